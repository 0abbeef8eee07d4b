const PARENT_CHECK_MS = 250;

/**
 * Calls `stop` once: on the first SIGTERM or SIGINT, or when npm, which started this process, is gone. npm hands a signal
 * to its shell, and the shell ends without handing it on: nobody else would tell us.
 */
export function onToldToStop(stop: (why: string) => void): void {
  let told = false;
  const once = (why: string) => {
    if (told) return;
    told = true;
    stop(why);
  };
  // Further signals change nothing: a terminal's Ctrl-C may come from the terminal and from npm.
  process.on('SIGTERM', once);
  process.on('SIGINT', once);
  if (process.env['npm_lifecycle_event'] === undefined) return;
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && once('npm is gone'), PARENT_CHECK_MS).unref();
}
