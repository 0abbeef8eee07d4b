import type { Database } from '#platform/database/database.server.ts';
import type { Jobs } from '#platform/jobs/jobs.server.ts';
import { sealAllEvents } from '#audit/seal-events.server.ts';

/** An event is sealed within a minute. */
export function scheduleSealing(jobs: Jobs, database: Database): void {
  jobs.schedule('audit.seal', '* * * * *', async () => {
    await sealAllEvents(database);
  });
}
