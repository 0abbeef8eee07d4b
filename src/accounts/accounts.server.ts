import { sql } from 'kysely';
import { serve } from '#platform/http/handlers.server.ts';
import { onePage } from '#platform/list/keyset.server.ts';
import { assignAccount, createAccount, setAccountMembers, updateAccount } from '#accounts/account-commands.server.ts';
import { filteredAccounts, wordsInUse } from '#accounts/account-list.server.ts';
import { duplicatesOf } from '#accounts/account-lookups.server.ts';
import { mergeAccounts } from '#accounts/account-merge.server.ts';
import { accountPage } from '#accounts/account-page.server.ts';
import { rowColumns, typed } from '#accounts/account-rows.server.ts';
import { assignAccounts, tagAccounts } from '#accounts/many-accounts.server.ts';
import { accountsContract } from '#accounts/accounts.contract.ts';
import { normalCreditCode } from '#accounts/credit-code.ts';

export const accountHandlers = serve(accountsContract, {
  list: async ({ actor, db }, { sort, after, limit, order, ...filters }) => {
    const { query } = await filteredAccounts(db, actor, filters);
    const by = sql.ref(sort === 'name' ? 'accounts.name' : 'accounts.updated_at');
    const { rows, next } = await onePage(query.select(rowColumns), { after, limit, order }, by, sql.ref('accounts.id'));
    return { rows: rows.map(typed), next };
  },
  words: ({ actor, db }) => wordsInUse(db, actor),
  duplicates: async ({ actor, db }, { name, creditCode, phone, exceptId }) => ({
    candidates: await duplicatesOf(
      db,
      actor,
      { name, creditCode: creditCode && normalCreditCode(creditCode), phone },
      exceptId,
    ),
  }),
  show: ({ actor, db }, { id }) => accountPage(db, actor, id),
  create: createAccount,
  update: updateAccount,
  setMembers: setAccountMembers,
  assign: assignAccount,
  assignMany: assignAccounts,
  tagMany: tagAccounts,
  merge: mergeAccounts,
});
