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

export default defineConfig({
  plugins: [refuseServerFiles(), quietIcons(), react()],
  build: {
    outDir: 'dist',
    target: 'es2022',
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 900,
    manifest: true,
    rolldownOptions: {
      output: {
        // What changes only with a library keeps its name, and stays in the browser's cache, across our releases.
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules\/(react|react-dom|scheduler)\// },
            { name: 'routes', test: /node_modules\/@tanstack\/(react-router|router-core|history|store|react-store)\// },
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
