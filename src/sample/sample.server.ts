import { readdir, readFile } from 'node:fs/promises';
import type { Logger } from 'pino';
import type { AnyRouter } from '@orpc/server';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Actor } from '#permissions/actor.ts';
import { dayOf, type Instant } from '#shared/day.ts';
import type { Tx } from '#platform/database/database.server.ts';
import { relint } from '#lint/deal-lint-store.server.ts';
import { ContentFile, type Content } from '#sample/content.ts';
import { nothingKnown, type Known } from '#sample/known.ts';
import { playCue } from '#sample/player.server.ts';
import { schedule } from '#sample/schedule.ts';
import { openStage } from '#sample/stage.server.ts';

const folder = new URL('content/', import.meta.url);

/** All that the content files hold. @throws Error naming the file and every fault in it */
export async function readContent(): Promise<Content> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml')).sort();
  const files = await Promise.all(
    names.map(async (name) => {
      const read = ContentFile.safeParse(parse(await readFile(new URL(name, folder), 'utf8')));
      if (!read.success) throw new Error(`${name}: ${z.prettifyError(read.error)}`);
      return read.data;
    }),
  );
  return {
    products: files.flatMap(({ products }) => products),
    fields: files.flatMap(({ fields }) => fields),
    accounts: files.flatMap(({ accounts }) => accounts),
    deals: files.flatMap(({ deals }) => deals),
    methods: files.flatMap(({ methods }) => methods),
    reviews: files.flatMap(({ reviews }) => reviews),
    gifts: files.flatMap(({ gifts }) => gifts),
    information: files.flatMap(({ information }) => information),
    partners: files.flatMap(({ partners }) => partners),
    registrations: files.flatMap(({ registrations }) => registrations),
  };
}

type Handlers = Parameters<typeof openStage>[1] & { [name: string]: AnyRouter };

/**
 * Plays the sample company's year, ending on the day of `now`, in the transaction it is handed.
 *
 * @param cast the company's people by name
 */
export async function playSample(
  tx: Tx,
  handlers: Handlers,
  cast: ReadonlyMap<string, Actor>,
  now: Instant,
  log: Logger,
): Promise<Known> {
  const content = await readContent();
  const stage = openStage(tx, handlers, cast, log);
  const users = new Map([...cast].map(([name, { userId }]) => [name, userId]));
  const teams = new Map([...cast].flatMap(([name, { teamIds }]) => (teamIds[0] ? [[name, teamIds[0]]] : [])));
  const known = nothingKnown(dayOf(now), users, teams);
  for (const cue of schedule(content, now)) {
    await playCue(stage, known, cue).catch((cause: unknown) => {
      const said = cause instanceof Error ? cause.message : String(cause);
      throw new Error(`sample, ${cue.where} (${cue.at.slice(0, 10)}, ${cue.by}): ${said}`, { cause });
    });
  }
  // Time went on after the last thing that was done: judged as of today.
  const [anybody] = cast.values();
  const deals = [...known.deals.values()].map(({ id }) => id);
  await relint(tx, anybody!.tenantId, deals, known.today);
  return known;
}
