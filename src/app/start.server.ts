import { serve } from '@hono/node-server';
import { openApplication } from '#app/application.server.ts';
import { createHouseJobs } from '#app/jobs.server.ts';
import { resumeImports } from '#imports/import-jobs.server.ts';
import { publishShippedPlaybooks } from '#playbooks/playbook-store.server.ts';
import { countMissingPaces } from '#today/stage-paces.server.ts';
import { readSettings } from '#app/settings.server.ts';
import { firstCompany } from '#app/first-company.server.ts';
import { onToldToStop } from '#app/told-to-stop.server.ts';

// Told to stop before anything is served there is nothing to finish; the database outlives that.
let stop = (_why: string): void => process.exit(1);
onToldToStop((why) => stop(why));

const settings = readSettings();
const application = await openApplication(settings);
const welcome = await firstCompany(application);
const jobs = createHouseJobs(application);
await jobs.start();
await resumeImports(application.database);
await countMissingPaces(application.database);
await publishShippedPlaybooks(application.database, new Date().toISOString());

const server = serve({ fetch: application.app.fetch, hostname: settings.host, port: settings.port }, () => {
  process.stdout.write(`\n  Longmen 龙门  ${settings.baseUrl}\n${welcome}\n`);
});

/** Lets requests under way finish, then closes the database. */
async function drain(why: string): Promise<never> {
  application.log.info({ why }, 'stopping');
  const patience = setTimeout(() => process.exit(1), 15_000);
  patience.unref();
  await new Promise((resolve) => server.close(resolve));
  await jobs.stop();
  await application.close();
  application.log.info('stopped');
  process.exit(0);
}
stop = (why) => void drain(why);
