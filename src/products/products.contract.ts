import { z } from 'zod';
import { Id } from '#shared/id.ts';
import { pick } from '#shared/refusal.ts';
import { command, query } from '#platform/http/endpoint.ts';
import { platformRefusals } from '#platform/http/refusals.ts';
import { page, pageQuery } from '#platform/list/page.ts';
import { Product, ProductFields, productRefusals } from '#products/product.ts';
import { changeOf } from '#shared/change.ts';

export const ProductFilters = z.object({
  search: z.string().trim().max(100).optional(),
  line: z.string().max(100).optional(),
  inactive: z.boolean().default(false).meta({ description: 'Also those no longer sold' }),
});
export type ProductFilters = z.infer<typeof ProductFilters>;

export const productsContract = {
  list: query({
    path: '/products',
    access: 'product.read',
    summary: { zh: '产品列表', en: 'List products' },
    input: ProductFilters.extend(pageQuery(['name', 'price'], 'name')),
    output: page(Product),
  }),
  create: command({
    path: '/products',
    access: 'product.write',
    summary: { zh: '新建产品', en: 'Create a product' },
    input: ProductFields,
    output: Product,
    refusals: pick(productRefusals, 'product.nameTaken'),
  }),
  update: command({
    method: 'PATCH',
    path: '/products/{id}',
    access: 'product.write',
    summary: { zh: '修改产品', en: 'Change a product' },
    input: changeOf(ProductFields).extend({ id: Id, version: z.int(), active: z.boolean().optional() }),
    output: Product,
    refusals: {
      ...pick(productRefusals, 'product.nameTaken'),
      ...pick(platformRefusals, 'record.changed'),
    },
  }),
};
