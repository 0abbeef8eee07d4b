import type { Application } from '#app/application.server.ts';
import { scheduleExpiry } from '#compliance/personal-facts/expire-facts.server.ts';
import { scheduleSealing } from '#audit/seal-job.server.ts';
import { scheduleInformation } from '#information/information-jobs.server.ts';
import { importJobs } from '#imports/import-jobs.server.ts';
import { scheduleRelinting, scheduleRescoring } from '#deals/rescore.server.ts';
import { scheduleForgetting } from '#notifications/forget-notifications.server.ts';
import { scheduleRegistrations } from '#partners/registrations/nightly-registrations.server.ts';
import { scheduleHousekeeping } from '#platform/jobs/housekeeping.server.ts';
import { createJobs, type Jobs } from '#platform/jobs/jobs.server.ts';
import { scheduleStagePaces } from '#today/stage-paces.server.ts';

/** One line per slice that has work to do beside requests. Not yet started. */
export function createHouseJobs({ database, log }: Application): Jobs {
  const jobs = createJobs(database, log);
  scheduleSealing(jobs, database);
  importJobs(jobs, database);
  scheduleStagePaces(jobs, database);
  scheduleInformation(jobs, database);
  scheduleRescoring(jobs, database);
  scheduleRelinting(jobs, database);
  scheduleRegistrations(jobs, database);
  scheduleForgetting(jobs, database);
  scheduleExpiry(jobs, database);
  scheduleHousekeeping(jobs, database);
  return jobs;
}
