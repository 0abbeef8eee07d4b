// `npm start`: builds the web app when its sources are newer than the last build, then runs the server.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);

if (Number(process.versions.node.split('.')[0]) < 26) {
  console.error(
    'Start Longmen by `npm start`: npm puts the right Node.js first. 请用 npm start 启动，npm 会使用内置的 Node.js。',
  );
  process.exit(1);
}

const compiled = join(root, 'node_modules', '.cache', 'node');
const built = existsSync('dist/index.html') ? statSync('dist/index.html').mtimeMs : 0;
if (newest(['src', 'public', 'index.html', 'vite.config.ts', 'package-lock.json']) > built) {
  console.log('Building the web app … 正在构建网页');
  const vite = join('node_modules', 'vite', 'bin', 'vite.js');
  const { status } = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], { stdio: 'inherit' });
  if (status !== 0) process.exit(1);
  spawnSync(process.execPath, [...process.execArgv, join('scripts', 'compile.mjs'), compiled], { stdio: 'inherit' });
}

process.env.NODE_ENV ??= 'production';
enableCompileCache(compiled);
await import('../src/app/start.server.ts');

function newest(paths) {
  let latest = 0;
  for (const path of paths) {
    if (!existsSync(path)) continue;
    const stat = statSync(path);
    if (!stat.isDirectory()) latest = Math.max(latest, stat.mtimeMs);
    else
      for (const name of readdirSync(path, { recursive: true })) {
        if (!/\.server\.ts$|\.test\.tsx?$/.test(name)) latest = Math.max(latest, statSync(join(path, name)).mtimeMs);
      }
  }
  return latest;
}
