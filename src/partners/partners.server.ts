import { normalCreditCode } from '#accounts/credit-code.ts';
import { serve } from '#platform/http/handlers.server.ts';
import { createPartner, setPartnerState, updatePartner } from '#partners/partner-commands.server.ts';
import { listPartners, onePartner, partnersAlike } from '#partners/partner-rows.server.ts';
import { partnersContract } from '#partners/partners.contract.ts';

export const partnerHandlers = serve(partnersContract, {
  list: ({ actor, db }, { sort, after, limit, order, ...filters }) =>
    listPartners(db, actor, filters, sort, { after, limit, order }),
  duplicates: async ({ actor, db }, { name, creditCode, exceptId }) => ({
    candidates: await partnersAlike(
      db,
      actor.tenantId,
      { name, creditCode: creditCode && normalCreditCode(creditCode) },
      exceptId,
    ),
  }),
  show: ({ actor, db }, { id }) => onePartner(db, actor, id),
  create: createPartner,
  update: updatePartner,
  setState: setPartnerState,
});
