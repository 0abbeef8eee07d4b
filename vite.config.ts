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

export default defineConfig({
  plugins: [refuseServerFiles(), react()],
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
