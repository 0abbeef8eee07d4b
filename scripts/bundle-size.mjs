// What a browser fetches, gzipped: before the first page is usable, and for each page after it. Fails over the bars.
import { readFileSync, existsSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const bars = { first: 250, later: 120 };
const dist = new URL('../dist/', import.meta.url);
const manifestFile = new URL('.vite/manifest.json', dist);
if (!existsSync(manifestFile)) {
  console.error('dist/ is missing: run `npm run build` first.');
  process.exit(1);
}
const manifest = JSON.parse(readFileSync(manifestFile, 'utf8'));

/** The chunk and all that it imports statically. */
function closure(key, seen = new Set()) {
  if (seen.has(key)) return seen;
  seen.add(key);
  for (const next of manifest[key].imports ?? []) closure(next, seen);
  return seen;
}

const sizes = new Map();
function gzipped(key) {
  if (!sizes.has(key))
    sizes.set(key, gzipSync(readFileSync(new URL(manifest[key].file, dist)), { level: 9 }).length / 1024);
  return sizes.get(key);
}
const total = (keys) => [...keys].reduce((sum, key) => sum + gzipped(key), 0);

const entry = Object.keys(manifest).find((key) => manifest[key].isEntry);
const shell = closure(entry);
const pages = Object.keys(manifest).filter((key) => /^src\/.*Page\.tsx$/.test(key) && manifest[key].isDynamicEntry);
const alone = (key) => total([...closure(key)].filter((one) => !shell.has(one)));
const firstPage =
  pages.find((key) => key.endsWith('TodayPage.tsx')) ?? pages.find((key) => key.endsWith('SignInPage.tsx'));

const line = (words, kb, bar) => `${kb <= bar ? '✓' : '✗'} ${kb.toFixed(1).padStart(7)} KB gz  (bar ${bar})  ${words}`;
const first = total(shell) + (firstPage ? alone(firstPage) : 0);
console.log(`  ${total(shell).toFixed(1).padStart(7)} KB gz  shell alone`);
console.log(line(`first load: shell and ${firstPage ?? 'no page yet'}`, first, bars.first));
const firstHas = new Set([...shell, ...(firstPage ? closure(firstPage) : [])]);
let failed = first > bars.first;
for (const page of pages.toSorted()) {
  if (page === firstPage) continue;
  const kb = total([...closure(page)].filter((one) => !firstHas.has(one)));
  failed ||= kb > bars.later;
  console.log(line(page, kb, bars.later));
}
if (failed) process.exit(1);
