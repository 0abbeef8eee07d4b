import { serve, type QueryContext } from '#platform/http/handlers.server.ts';
import { subjectOf } from '#platform/database/subject.server.ts';
import type { SubjectKind } from '#information/decide-information.ts';
import { informationContract } from '#information/information.contract.ts';
import { accountInformation, projectInformation } from '#information/information-page.server.ts';
import { historyOf } from '#information/information-rows.server.ts';
import { recordFact, recordRow, removeInformation } from '#information/record-information.server.ts';

export const informationHandlers = serve(informationContract, {
  show: ({ db, actor }, { id }) => accountInformation(db, actor, id),
  history: (context, asked) => history(context, 'account', asked),
  record: async (context, asked) =>
    accountInformation(context.tx, context.actor, await recordFact(context, 'account', asked)),
  recordRow: async (context, asked) =>
    accountInformation(context.tx, context.actor, await recordRow(context, 'account', asked)),
  remove: async (context, asked) =>
    accountInformation(context.tx, context.actor, await removeInformation(context, 'account', asked)),

  showProject: ({ db, actor }, { id }) => projectInformation(db, actor, id),
  projectHistory: (context, asked) => history(context, 'deal', asked),
  recordProject: async (context, asked) =>
    projectInformation(context.tx, context.actor, await recordFact(context, 'deal', asked)),
  recordProjectRow: async (context, asked) =>
    projectInformation(context.tx, context.actor, await recordRow(context, 'deal', asked)),
  removeProject: async (context, asked) =>
    projectInformation(context.tx, context.actor, await removeInformation(context, 'deal', asked)),
});

type Asked = { id: string; item: string; rowId?: string | undefined };

async function history({ db, actor }: QueryContext, kind: SubjectKind, { id, ...which }: Asked) {
  const subject = await subjectOf(db, actor, { kind, id });
  return { records: await historyOf(db, actor, subject, which) };
}
