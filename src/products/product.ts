import { z } from 'zod';
import { Id } from '#shared/id.ts';
import { Currency, MinorUnits } from '#shared/money.ts';
import type { RefusalKinds } from '#shared/refusal.ts';

/** What the company sells, as far as deals need it (Domain §8). */
export const ProductFields = z.object({
  name: z.string().trim().min(1).max(200),
  code: z.string().trim().max(60).nullish(),
  line: z.string().trim().min(1).max(100).meta({ description: 'Product line 产品线' }),
  unit: z.string().trim().min(1).max(20).meta({ description: 'Unit of measure: 台, 套, 年' }),
  price: MinorUnits.min(0).meta({ description: 'List price in minor units' }),
  currency: Currency.default('CNY'),
});
export type ProductFields = z.infer<typeof ProductFields>;

export const Product = ProductFields.extend({ id: Id, active: z.boolean(), version: z.int() });
export type Product = z.infer<typeof Product>;

export const productRefusals = {
  'product.nameTaken': {
    status: 409,
    words: (data: { name: string }) => ({
      zh: `已有名为“${data.name}”的产品，请换一个名称或编辑原来的产品。`,
      en: `There is already a product named "${data.name}"; choose another name or edit that one.`,
    }),
  },
} satisfies RefusalKinds;
