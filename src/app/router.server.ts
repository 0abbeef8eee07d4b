import { accountHandlers } from '#accounts/accounts.server.ts';
import { contactHandlers } from '#people/contacts.server.ts';
import { dealHandlers } from '#deals/deals.server.ts';
import { fieldHandlers } from '#fields/fields.server.ts';
import { playbookHandlers } from '#playbooks/playbooks.server.ts';
import { productHandlers } from '#products/products.server.ts';
import { sessionHandlers } from '#session/sessions.server.ts';

/** One line per slice: its endpoints join the API here. */
export const router = {
  accounts: accountHandlers,
  contacts: contactHandlers,
  deals: dealHandlers,
  fields: fieldHandlers,
  playbooks: playbookHandlers,
  products: productHandlers,
  session: sessionHandlers,
};
