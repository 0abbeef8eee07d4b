import { serve } from '#platform/http/handlers.server.ts';
import { chainContract } from '#chain/chain.contract.ts';
import { changeChain } from '#chain/store/change-chain.server.ts';
import { confirmPerson } from '#chain/store/confirm-person.server.ts';
import { historyOf, subjectOf, viewOf } from '#chain/store/chain-view.server.ts';
import { recordSign, recordTelling, settleTelling } from '#chain/store/coach-records.server.ts';
import { putNotedOnMap } from '#chain/store/noted.server.ts';
import { keepPlaces } from '#chain/store/places.server.ts';

export const chainHandlers = serve(chainContract, {
  deal: async ({ db, actor }, { id, at }) => viewOf(db, actor, await subjectOf(db, actor, { kind: 'deal', id }), at),
  account: async ({ db, actor }, { id, at }) =>
    viewOf(db, actor, await subjectOf(db, actor, { kind: 'account', id }), at),
  dealHistory: async ({ db, actor }, { id }) => historyOf(db, actor, await subjectOf(db, actor, { kind: 'deal', id })),
  accountHistory: async ({ db, actor }, { id }) =>
    historyOf(db, actor, await subjectOf(db, actor, { kind: 'account', id })),
  changeDeal: (context, asked) => changeChain(context, 'deal', asked),
  changeAccount: (context, asked) => changeChain(context, 'account', asked),
  confirmDeal: (context, asked) => confirmPerson(context, 'deal', asked),
  confirmAccount: (context, asked) => confirmPerson(context, 'account', asked),
  placeDeal: (context, asked) => keepPlaces(context, 'deal', asked),
  placeAccount: (context, asked) => keepPlaces(context, 'account', asked),
  putNotedOnMap,
  sign: recordSign,
  tell: recordTelling,
  settle: settleTelling,
});
