import { createORPCClient } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import { OpenAPILink } from '@orpc/openapi-client/fetch';
import { pino } from 'pino';
import { tellPeople } from '#notifications/tell-people.server.ts';
import type { Actor } from '#permissions/actor.ts';
import { followEvents } from '#platform/events/events.server.ts';
import type { Database } from '#platform/database/database.server.ts';
import type { Contract } from '#platform/http/handlers.server.ts';
import { createServer, type App } from '#platform/http/server.server.ts';
import { actorOfEmail } from '#session/actor.server.ts';
import { CommandError, companyOf } from '#app/commands/command.server.ts';
import { router } from '#app/router.server.ts';
import { slicesRoutes } from '#app/routes.server.ts';

/** The product as a colleague meets it: the same API, with her permissions and her scope, without a network. */
export type AsColleague = {
  database: Database;
  actor: Actor;
  app: App;
  client<C extends Contract>(contract: C): ContractRouterClient<C>;
};

export const asOptions = { as: { type: 'string' }, company: { type: 'string' } } as const;

export async function asColleague(
  database: Database,
  { as, company }: { as?: string | undefined; company?: string | undefined },
): Promise<AsColleague> {
  if (!as) throw new CommandError('缺少 --as 邮箱：以哪位同事的身份。Missing --as ADDRESS: as which colleague.');
  const actor = await actorOfEmail(database, await companyOf(database, company), as);
  if (!actor) throw new CommandError(`没有这位在职用户。No active user: ${as}`);
  followEvents(tellPeople);
  const app = createServer({
    database,
    router,
    log: pino({ level: 'error' }, pino.destination(2)),
    authenticate: async () => actor,
    auth: async () => new Response(null, { status: 404 }),
    // Who sits at the machine itself needs no brake.
    rateLimit: Number.MAX_SAFE_INTEGER,
    routes: slicesRoutes,
  });
  const client = <C extends Contract>(contract: C): ContractRouterClient<C> =>
    createORPCClient(new OpenAPILink(contract, { url: 'http://cli/api', fetch: async (asked) => app.fetch(asked) }));
  return { database, actor, app, client };
}
