import { dealHandlers } from '#deals/deals.server.ts';
import { playbookHandlers } from '#playbooks/playbooks.server.ts';
import { productHandlers } from '#products/products.server.ts';
import { sessionHandlers } from '#session/sessions.server.ts';

/** One line per slice: its endpoints join the API here. */
export const router = {
  deals: dealHandlers,
  playbooks: playbookHandlers,
  products: productHandlers,
  session: sessionHandlers,
};
