import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

/** The system's Chromium, or the one that CHROMIUM names. */
const path = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

export function hasChromium(): boolean {
  return existsSync(path);
}

/** Without a screen, and without a word to anybody but this machine. */
export function openChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: path,
    // In a locale without Chinese it could neither read nor name a file that is called so.
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-pings',
      '--host-resolver-rules=MAP * ~NOTFOUND,EXCLUDE 127.0.0.1',
    ],
  });
}
