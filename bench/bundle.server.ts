import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';

const bars = { first: 250, later: 120 };
const root = join(import.meta.dirname, '..');
const firstPage = 'src/today/TodayPage.tsx';

type Chunk = { file: string; imports?: string[]; isEntry?: boolean; isDynamicEntry?: boolean };
/** `kb`: gzipped JavaScript. */
export type BundleSize = { page: string; kb: number; bar: number };

/** What a browser fetches: before the first page is usable, and for each page after it. Needs `npm run build`. */
export function bundleSizes(): BundleSize[] {
  const manifest: Record<string, Chunk> = JSON.parse(
    readFileSync(join(root, 'dist', '.vite', 'manifest.json'), 'utf8'),
  );
  const sizes = new Map<string, number>();
  const gzipped = (key: string) => {
    const known = sizes.get(key);
    if (known !== undefined) return known;
    const kb = gzipSync(readFileSync(join(root, 'dist', manifest[key]!.file)), { level: 9 }).length / 1024;
    sizes.set(key, kb);
    return kb;
  };
  /** The chunk and all that it imports statically. */
  const closure = (key: string, seen = new Set<string>()): Set<string> => {
    if (seen.has(key)) return seen;
    seen.add(key);
    for (const next of manifest[key]!.imports ?? []) closure(next, seen);
    return seen;
  };
  const total = (keys: Iterable<string>) => [...keys].reduce((sum, key) => sum + gzipped(key), 0);
  const entry = Object.keys(manifest).find((key) => manifest[key]!.isEntry)!;
  const first = closure(firstPage, closure(entry));
  const pages = Object.keys(manifest).filter((key) => /^src\/.*Page\.tsx$/.test(key) && manifest[key]!.isDynamicEntry);
  return [
    { page: `first load: shell and ${firstPage}`, kb: total(first), bar: bars.first },
    ...pages
      .filter((page) => page !== firstPage)
      .toSorted()
      .map((page) => ({ page, kb: total([...closure(page)].filter((key) => !first.has(key))), bar: bars.later })),
  ];
}

/** The first load and the heaviest later page of what is built now. */
export async function bundleBenchmark() {
  await build({ root, logLevel: 'silent' });
  const [first, ...later] = bundleSizes();
  const heaviest = later.toSorted((a, b) => b.kb - a.kb)[0]!;
  return [
    row('first load of the web app', first!),
    row(`heaviest of ${later.length} later pages (${heaviest.page})`, heaviest),
  ];
}

function row(work: string, { kb, bar }: BundleSize) {
  return { work, measured: `${kb.toFixed(1)} KB gz`, bar: `≤ ${bar} KB gz`, met: kb <= bar };
}
