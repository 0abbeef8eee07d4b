import { productsContract } from '#products/products.contract.ts';
import { clientFor, queriesFor } from '#ui/client.tsx';

export const products = queriesFor(productsContract, 'products');
export const productClient = clientFor(productsContract);
