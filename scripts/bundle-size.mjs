// npm run bundle — builds the web app and says what a browser fetches before the first page is usable, and for each page
// after it. Fails over the bars.
if (Number(process.versions.node.split('.')[0]) < 26) {
  console.error('Run it by `npm run bundle`: npm puts the right Node.js first.');
  process.exit(1);
}
const { bundleSizes } = await import('../bench/bundle.server.ts');
for (const { page, kb, bar } of bundleSizes()) {
  console.log(`${kb <= bar ? '✓' : '✗'} ${kb.toFixed(1).padStart(7)} KB gz  (bar ${bar})  ${page}`);
  if (kb > bar) process.exitCode = 1;
}
