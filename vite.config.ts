import { pathToFileURL } from 'node:url';
import { isContractProcedure } from '@orpc/contract';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** What a browser must never receive: the bundle stops at the first import of a server file and says who asked. */
function refuseServerFiles(): Plugin {
  return {
    name: 'longmen:refuse-server-files',
    enforce: 'pre',
    resolveId: {
      filter: { id: /\.server(\.ts)?$/ },
      handler(source, importer) {
        throw new Error(
          `${importer ?? 'index.html'} imports ${source}, a server file. The browser may import only .ts and .tsx; ` +
            'move what both need into a pure .ts file.',
        );
      },
    },
  };
}

/** The icons name themselves in English ('plus', 'down') to those who hear the page; beside words they are decoration. */
function quietIcons(): Plugin {
  const named = /role: "img",\s*"aria-label": icon\.name/;
  return {
    name: 'longmen:quiet-icons',
    transform: {
      filter: { id: /@ant-design\/icons\/es\/components\/AntdIcon(Light)?\.js$/ },
      handler(code) {
        if (!named.test(code)) throw new Error('Icons name themselves in another way now: look at quietIcons again.');
        return code.replace(named, '...(restProps["aria-label"] ? { role: "img" } : { "aria-hidden": "true" })');
      },
    },
  };
}

/**
 * The typed client asks of a contract only each endpoint's method and path, and whether it is a command. The built app gets just
 * that; the schemas, their library and the words of every refusal stay on the server.
 */
function contractsByPathOnly(): Plugin {
  return {
    name: 'longmen:contracts-by-path-only',
    apply: 'build',
    load: {
      filter: { id: /\.contract\.ts$/ },
      async handler(id) {
        const exported = (await import(pathToFileURL(id).href)) as Record<string, unknown>;
        return Object.entries(exported)
          .map(([name, value]) =>
            isRouter(value)
              ? `export const ${name} = ${JSON.stringify(pathsOf(value))};`
              : `export { ${name} } from ${JSON.stringify(`${id}?whole`)};`,
          )
          .join('\n');
      },
    },
  };
}

const isRouter = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && Object.values(value).every(isContractProcedure);

function pathsOf(router: object) {
  return Object.fromEntries(
    Object.entries(router).map(([name, { '~orpc': endpoint }]) => [
      name,
      {
        '~orpc': {
          route: { method: endpoint.route.method, path: endpoint.route.path },
          meta: { kind: endpoint.meta.kind },
          errorMap: {},
        },
      },
    ]),
  );
}

/**
 * A pure file touches nothing when it is loaded (tests/architecture.test.ts), but a bundler does not see that of `z.string().min(1)`.
 * Told so, it leaves out every schema that no screen uses, and with the last one the library.
 */
const pureFile = /\/src\/.*\.ts(\?whole)?$/;
function pureFilesArePure(): Plugin {
  return {
    name: 'longmen:pure-files-are-pure',
    apply: 'build',
    enforce: 'post',
    transform: {
      filter: { id: pureFile },
      handler(code) {
        const made = this.parse(code)
          .body.map((statement) => (statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement))
          .flatMap((statement) => (statement?.type === 'VariableDeclaration' ? statement.declarations : []))
          .flatMap(({ init }) => (init?.type === 'CallExpression' ? [init] : []));
        return made.reduceRight(
          (text, { start, end }) =>
            `${text.slice(0, start)}/*#__PURE__*/ (() => ${text.slice(start, end)})()${text.slice(end)}`,
          code,
        );
      },
    },
  };
}

export default defineConfig({
  plugins: [refuseServerFiles(), quietIcons(), contractsByPathOnly(), pureFilesArePure(), react()],
  build: {
    outDir: 'dist',
    target: 'es2022',
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 900,
    manifest: true,
    rolldownOptions: {
      treeshake: {
        moduleSideEffects: [{ test: pureFile, sideEffects: false }],
      },
      output: {
        // What changes only with a library keeps its name, and stays in the browser's cache, across our releases.
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules\/(react|react-dom|scheduler)\// },
            { name: 'routes', test: /node_modules\/@tanstack\/(react-router|router-core|history|store|react-store)\// },
            // Only the studio reads shapes; without a file of its own the library would go along with the first contract.
            { name: 'shapes', test: /node_modules\/zod\// },
            { name: 'house', tags: ['$initial'] },
            // What many pages share in tiny parts would come in dozens of files, and a browser asks for six at a time.
            { name: 'pieces', test: /\.(contract|messages)\.ts$|\.queries\.tsx$|@ant-design\/icons/, minShareCount: 5 },
          ],
        },
      },
    },
  },
  server: {
    host: '127.0.0.1',
    port: 5173,
    proxy: { '/api': { target: 'http://127.0.0.1:3000', changeOrigin: false } },
  },
});
