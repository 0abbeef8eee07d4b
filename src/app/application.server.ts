import { pino, type Logger } from 'pino';
import { migrate, openDatabase, type Database } from '#platform/database/database.server.ts';
import { createServer, type App } from '#platform/http/server.server.ts';
import { actorReader } from '#session/actor.server.ts';
import { ADDRESS_HEADER } from '#session/auth-hooks.server.ts';
import { createAuth, type Auth } from '#session/auth.server.ts';
import { signInAnswers } from '#session/sign-in-answers.server.ts';
import { tellPeople } from '#notifications/tell-people.server.ts';
import { followEvents } from '#platform/events/events.server.ts';
import { router } from '#app/router.server.ts';
import { slicesRoutes } from '#app/routes.server.ts';
import type { Settings } from '#app/settings.server.ts';

export type Application = {
  settings: Settings;
  database: Database;
  auth: Auth;
  app: App;
  log: Logger;
  close(): Promise<void>;
};

/** Everything put together, not yet listening. The command line and the server both start here. */
export async function openApplication(settings: Settings): Promise<Application> {
  const log = pino({ level: settings.logLevel });
  followEvents(tellPeople);
  const database = await openDatabase({ url: settings.databaseUrl, folder: settings.dataFolder });
  await migrate(database);
  const auth = createAuth({ database, log, secret: settings.secret, baseUrl: settings.baseUrl });
  const app = createServer({
    database,
    router,
    log,
    authenticate: actorReader(database, auth),
    auth: signInAnswers(auth),
    authAddressHeader: ADDRESS_HEADER,
    addressHeader: settings.addressHeader,
    rateLimit: settings.rateLimit,
    routes: slicesRoutes,
    webFolder: settings.webFolder,
  });
  return { settings, database, auth, app, log, close: () => database.close() };
}
