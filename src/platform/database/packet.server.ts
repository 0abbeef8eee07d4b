import { nextTick } from 'node:process';
import type { Writable } from 'node:stream';
import type pg from 'pg';

/** Longest time that what nobody waits for is held back, milliseconds. */
const PATIENCE = 10;

const waiting = new WeakMap<pg.PoolClient, NodeJS.Timeout>();

function streamOf(client: pg.PoolClient): Writable {
  return (client as unknown as { connection: { stream: Writable } }).connection.stream;
}

/**
 * What is sent in this turn of the event loop goes out in one packet: statements that do not wait for each other cost one
 * write to the socket, and the embedded engine is called once for all of them.
 */
export function sendTogether(client: pg.PoolClient): void {
  const stream = streamOf(client);
  stream.cork();
  nextTick(() => stream.uncork());
  const timer = waiting.get(client);
  if (timer === undefined) return;
  clearTimeout(timer);
  waiting.delete(client);
  stream.uncork();
}

/** What is sent now has time: it travels with whatever the connection sends next. */
export function sendLater(client: pg.PoolClient): void {
  const stream = streamOf(client);
  stream.cork();
  const timer = setTimeout(() => {
    waiting.delete(client);
    stream.uncork();
  }, PATIENCE);
  waiting.set(client, timer);
}
