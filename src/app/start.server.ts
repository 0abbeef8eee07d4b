import { serve } from '@hono/node-server';
import { openApplication } from '#app/application.server.ts';
import { createHouseJobs } from '#app/jobs.server.ts';
import { resumeImports } from '#imports/import-jobs.server.ts';
import { countMissingPaces } from '#today/stage-paces.server.ts';
import { readSettings } from '#app/settings.server.ts';
import { firstCompany } from '#app/first-company.server.ts';

const settings = readSettings();
const application = await openApplication(settings);
const welcome = await firstCompany(application);
const jobs = createHouseJobs(application);
await jobs.start();
await resumeImports(application.database);
await countMissingPaces(application.database);

const server = serve({ fetch: application.app.fetch, hostname: settings.host, port: settings.port }, () => {
  process.stdout.write(`\n  Longmen 龙门  ${settings.baseUrl}\n${welcome}\n`);
});

/** Lets requests under way finish, then closes the database. */
async function stop(signal: string) {
  application.log.info({ signal }, 'stopping');
  const closed = new Promise((resolve) => server.close(resolve));
  const patience = setTimeout(() => process.exit(1), 15_000);
  patience.unref();
  await closed;
  await jobs.stop();
  await application.close();
  process.exit(0);
}
process.once('SIGINT', stop);
process.once('SIGTERM', stop);
