import { hash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const HEARTBEAT = 5_000; // milliseconds

type Holder = { pid: number; host: string; life: string };

/** Another process has the embedded database open. PGlite has no lock of its own: two of them destroy the data. */
export class FolderTakenError extends Error {
  override readonly name = 'FolderTakenError';
  constructor(folder: string, holder: Partial<Holder>) {
    const by = `process ${holder.pid ?? '?'} on ${holder.host ?? '?'}`;
    super(
      `The data folder ${folder} is in use by ${by}: stop it, or give this one another folder or a DATABASE_URL. 数据目录正被其他进程（${by}）使用：请先停止它，或改用其他目录或 DATABASE_URL。`,
    );
  }
}

/** Tells one life of a process number from the next: its start on Linux, the machine's start to the minute elsewhere. */
function lifeOf(pid: number): string {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
    const started = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
    return hash('sha256', `${fs.readFileSync('/proc/sys/kernel/random/boot_id', 'utf8')} ${started}`).slice(0, 16);
  } catch {
    return `boot ${Math.round((Date.now() / 1000 - os.uptime()) / 60)}`;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function readHolder(file: string): Partial<Holder> | undefined {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8')) as Holder;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? undefined : {}; // {}: being written, or half written
  }
}

const touchedAt = (file: string): number => fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;

async function isAlive(file: string, holder: Partial<Holder>, heartbeat: number): Promise<boolean> {
  if (holder.pid !== undefined && holder.host === os.hostname()) {
    if (!isRunning(holder.pid)) return false;
    const life = lifeOf(holder.pid);
    // The machine's start is computed from two clocks and may differ by a minute.
    const minutes = Math.abs(Number(life.slice(5)) - Number(holder.life?.slice(5)));
    return life === holder.life || (life.startsWith('boot ') && minutes <= 1);
  }
  // Another container or machine on the same volume, or an unreadable file: alive if its heart beats while we watch.
  const before = touchedAt(file);
  await pause(heartbeat * 2.2);
  return touchedAt(file) !== before;
}

function create(file: string, content: string): boolean {
  try {
    fs.writeFileSync(file, content, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Takes the lock of a data folder: a file that names the process. The lock of a process that has died is taken over.
 *
 * @param heartbeat milliseconds between two signs of life, for openers on other machines; the same for all of a folder
 * @returns gives the lock back
 * @throws FolderTakenError
 */
export async function lockFolder(folder: string, heartbeat = HEARTBEAT): Promise<() => void> {
  const file = path.join(folder, 'lock');
  const turn = path.join(folder, 'lock.turn'); // held for the moment of a take-over: two may see the same dead lock
  const mine = JSON.stringify({ pid: process.pid, host: os.hostname(), life: lifeOf(process.pid) } satisfies Holder);
  fs.mkdirSync(folder, { recursive: true });
  while (!create(file, mine)) {
    const holder = readHolder(file);
    if (holder === undefined) continue;
    if (await isAlive(file, holder, heartbeat)) throw new FolderTakenError(folder, holder);
    if (!create(turn, mine)) {
      if (Date.now() - touchedAt(turn) > HEARTBEAT) fs.rmSync(turn, { force: true });
      await pause(50);
      continue;
    }
    if (JSON.stringify(readHolder(file)) === JSON.stringify(holder)) fs.rmSync(file, { force: true });
    fs.rmSync(turn, { force: true });
  }
  const heart = setInterval(() => fs.utimes(file, new Date(), new Date(), () => {}), heartbeat).unref();
  return () => {
    clearInterval(heart);
    if (fs.existsSync(file) && fs.readFileSync(file, 'utf8') === mine) fs.rmSync(file);
  };
}
