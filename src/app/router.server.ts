import { productHandlers } from '#products/products.server.ts';
import { sessionHandlers } from '#session/sessions.server.ts';

/** One line per slice: its endpoints join the API here. */
export const router = {
  products: productHandlers,
  session: sessionHandlers,
};
