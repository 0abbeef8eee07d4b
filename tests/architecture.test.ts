import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';

/** The rules of the house (docs/decisions, CONTRIBUTING.md). Every failure says what to do instead. */
const root = join(import.meta.dirname, '..');
const src = join(root, 'src');

type Source = { path: string; slice: string; kind: 'pure' | 'server' | 'screen'; text: string; imports: string[] };

const isTest = (path: string) => /\.test\.tsx?$|testing\.server\.ts$/.test(path);
const paths = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => statSync(join(src, path)).isFile());
const sources: Source[] = paths
  .filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.generated.ts') && !path.endsWith('.d.ts'))
  .map((path) => {
    const text = readFileSync(join(src, path), 'utf8');
    const kind = path.endsWith('.server.ts') ? 'server' : path.endsWith('.tsx') ? 'screen' : 'pure';
    return { path, slice: path.split('/')[0]!, kind, text, imports: importsOf(path, text) };
  });
const code = sources.filter(({ path }) => !isTest(path));
const byPath = new Map(sources.map((source) => [source.path, source]));

const ground = ['shared', 'permissions', 'platform', 'ui', 'method', 'app'];
const isSlice = (folder: string) => !ground.includes(folder);

/** Our own imports as paths under src; foreign ones as they are written. */
function importsOf(path: string, text: string): string[] {
  const found = text.matchAll(/^\s*(?:import|export)\s(?:[^'";]*?\sfrom\s)?'([^']+)'|\bimport\('([^']+)'\)/gm);
  return [...found].map(([, fixed, lazy]) => {
    const name = (fixed ?? lazy)!;
    if (name.startsWith('#')) return name.slice(1);
    return name.startsWith('.') ? relative(src, join(src, dirname(path), name)).replaceAll('\\', '/') : name;
  });
}

/** The faults as a list that reads as instructions. */
function none(faults: string[]) {
  expect(faults, faults.join('\n')).toEqual([]);
}

const ourImports = (source: Source) =>
  source.imports.filter((name) => byPath.has(name)).map((name) => byPath.get(name)!);

describe('three kinds of file', () => {
  test('a pure file imports pure files only', () => {
    none(
      code
        .filter(({ kind }) => kind === 'pure')
        .flatMap((source) =>
          ourImports(source)
            .filter(({ kind }) => kind !== 'pure')
            .map(({ path }) => `${source.path} imports ${path}: move the rule into a .ts file, or rename the importer`),
        ),
    );
  });

  test('server and screen never meet', () => {
    none(
      code.flatMap((source) =>
        ourImports(source)
          .filter(({ kind }) => kind !== 'pure' && source.kind !== 'pure' && kind !== source.kind)
          .map(({ path }) => `${source.path} imports ${path}: share a contract or a rule in a .ts file instead`),
      ),
    );
  });

  test('a pure file touches nothing: no async, clock, randomness, environment, I/O', () => {
    const touches: [RegExp, string][] = [
      [/\basync\b|\bawait\b|new Promise\(/, 'async'],
      [/\bDate\.now\(|new Date\(\)|performance\.now/, 'the clock: take `today` or `now` as an argument'],
      [/Math\.random|randomUUID|crypto\./, 'randomness'],
      [/process\.|import\.meta\.env/, 'the environment'],
      [/\bfetch\(|localStorage|\bwindow\.|\bdocument\.(?:get|query|create|body)/, 'the outside'],
      [/from 'node:/, 'Node'],
    ];
    none(
      code
        .filter(({ kind, slice }) => kind === 'pure' && slice !== 'ui')
        .flatMap(({ path, text }) =>
          touches
            .filter(([pattern]) => pattern.test(withoutComments(text)))
            .map(([, what]) => `${path} touches ${what}; put it into a .server.ts or .tsx file`),
        ),
    );
  });
});

describe('who may import whom', () => {
  // A slice's `…-store.server.ts` is its door: what other slices' commands call inside their own transaction
  // (docs/decisions/0003-doors.md). A type runs nothing and may come from anywhere on the same side.
  test('a slice imports another slice only through its pure files and its store', () => {
    none(
      code
        .filter(({ slice, kind }) => isSlice(slice) && kind === 'server')
        .flatMap((source) =>
          ourImports({ ...source, imports: importsOf(source.path, withoutTypeImports(source.text)) })
            .filter(({ slice, kind }) => isSlice(slice) && slice !== source.slice && kind !== 'pure')
            .filter(({ path }) => !path.endsWith('-store.server.ts'))
            .map(({ path }) => `${source.path} imports ${path}: go through its pure file or its …-store.server.ts`),
        ),
    );
  });

  test.each([
    ['shared', ['shared']],
    ['method', ['method', 'shared']],
    ['permissions', ['permissions', 'shared']],
    ['platform', ['platform', 'permissions', 'shared']],
    ['ui', ['ui', 'platform', 'permissions', 'method', 'shared', 'session']],
  ])('%s imports only %j', (folder, allowed) => {
    none(
      code
        .filter(({ slice }) => slice === folder)
        .flatMap((source) =>
          ourImports(source)
            .filter(({ slice }) => !allowed.includes(slice))
            .map(({ path }) => `${source.path} imports ${path}`),
        ),
    );
  });

  test('nobody imports app', () => {
    none(
      code
        .filter(({ slice }) => slice !== 'app')
        .flatMap((source) =>
          ourImports(source)
            .filter(({ slice }) => slice === 'app')
            .map(({ path }) => `${source.path} imports ${path}`),
        ),
    );
  });

  test('no cycles between files', () => {
    const cycles: string[] = [];
    const done = new Set<string>();
    const walk = (source: Source, trail: string[]) => {
      if (trail.includes(source.path)) {
        cycles.push([...trail.slice(trail.indexOf(source.path)), source.path].join(' → '));
        return;
      }
      if (done.has(source.path)) return;
      for (const next of ourImports(source)) walk(next, [...trail, source.path]);
      done.add(source.path);
    };
    // A type that comes back does not run: only imports of values make a cycle.
    const running = code.map((source) => ({
      ...source,
      imports: importsOf(source.path, withoutTypeImports(source.text)),
    }));
    for (const source of running) byPath.set(source.path, source);
    for (const source of running) walk(source, []);
    none(cycles);
  });
});

describe('names and sizes', () => {
  test('no barrels, no default exports', () => {
    none(
      code.flatMap(({ path, text }) => [
        ...(/^export default /m.test(text) ? [`${path} has a default export: name it`] : []),
        ...(/^index\.tsx?$/.test(basename(path)) ? [`${path} is a barrel: import the file itself`] : []),
      ]),
    );
  });

  test('no file or folder named for what it is not', () => {
    const bags = /^(utils?|helpers?|common|misc|manager|base|impl|dto|service)$/i;
    none(
      paths.flatMap((path) =>
        path
          .split('/')
          .filter((part) => part.split(/[.-]/).some((word) => bags.test(word)))
          .map((part) => `${path}: "${part}" says nothing; name the business word`),
      ),
    );
  });

  test('no file over 300 lines', () => {
    none(
      sources
        .map(({ path, text }) => [path, text.split('\n').length - 1] as const)
        .filter(([, lines]) => lines > 300)
        .map(([path, lines]) => `${path} has ${lines} lines: split it by what changes together`),
    );
  });

  test('most files are small', () => {
    const lines = code.map(({ text }) => text.split('\n').length - 1).sort((a, b) => a - b);
    expect(lines[Math.floor(lines.length * 0.5)], 'median lines a file').toBeLessThanOrEqual(80);
    expect(lines[Math.floor(lines.length * 0.9)], '90th percentile').toBeLessThanOrEqual(180);
  });
});

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:'"])\/\/.*$/gm, '$1');
}

function withoutTypeImports(text: string): string {
  return text.replace(/^\s*(?:import|export) type [^;]*;/gm, '');
}
