import type { CustomValues } from '#fields/custom.ts';
import { changes } from '#platform/events/event.ts';
import type { Update } from '#imports/chunk.server.ts';
import { given } from '#imports/given.ts';
import type { ImportJob } from '#imports/import-job.server.ts';
import type { DealDraft } from '#imports/nouns/import-deals.server.ts';
import type { ChangedRecord } from '#imports/write-records.server.ts';

const columnOf: { [field: string]: string } = {
  closeOn: 'close_on',
  accountId: 'account_id',
  ownerId: 'owner_id',
  teamId: 'team_id',
};

/**
 * What a row changes on a deal that is there. Stage and state stay: a deal that is worked on here moves through its
 * gates, not through a file.
 */
export function changedDeal(job: ImportJob, { draft, existing }: Update<DealDraft>): ChangedRecord | undefined {
  const { fields, custom, named } = draft;
  const before = existing.columns;
  const { name, ...more } = given(fields);
  const wanted: { [field: string]: unknown } = {
    ...more,
    ...(named && { name }),
    ...(draft.closeOn && { closeOn: draft.closeOn }),
    ...(draft.account && { accountId: draft.account.id }),
    ...(Object.keys(custom).length > 0 && { custom: { ...(before['custom'] as CustomValues), ...custom } }),
  };
  const asFields = Object.fromEntries(Object.keys(wanted).map((field) => [field, before[columnOf[field] ?? field]]));
  const changed = changes(asFields, wanted);
  if (!changed) return undefined;
  const columns = Object.fromEntries(
    Object.entries(changed.after).map(([field, value]) => [columnOf[field] ?? field, value]),
  );
  const data = {
    name: String(changed.after['name'] ?? before['name']),
    importId: job.id,
    version: existing.version + 1,
    ...changed,
  };
  return {
    existing,
    columns: { ...columns, updated_at: job.now },
    externalId: draft.externalId,
    event: {
      type: 'deal.changed',
      subject: { kind: 'deal', id: existing.id },
      accountId: (columns['account_id'] ?? before['account_id'] ?? null) as string | null,
      data,
    },
  };
}
