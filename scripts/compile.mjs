// Compiles the server for `npm start`, in a process of its own: the one that serves would keep the stripper of types,
// thirty megabytes, for as long as it runs. `node [flags] scripts/compile.mjs FOLDER`, with the flags it will run under.
import { enableCompileCache } from 'node:module';

enableCompileCache(process.argv[2]);
await import('../src/app/application.server.ts');
process.exit(0);
