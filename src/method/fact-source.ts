import { z } from 'zod';
import { Day } from '#shared/day.ts';
import type { FactType, ValueOf } from '#method/fact-type.ts';
import { facts } from '#method/facts.ts';
import { lists } from '#method/fact-lists.ts';

/** Single values by fact id. An absent key means: nobody has recorded it yet. */
export type FactValues = { readonly [K in keyof typeof facts]?: ValueOf<(typeof facts)[K]['type']> };

type RowOf<F extends { readonly [field: string]: FactType }> = { readonly name: string } & {
  readonly [K in keyof F as K extends 'name' ? never : K]?: ValueOf<F[K]>;
};

/**
 * Records by list. An absent list means: nobody has recorded anything of this kind; an empty list means: it is
 * known that there are none.
 */
export type FactLists = { readonly [L in keyof typeof lists]?: readonly RowOf<(typeof lists)[L]['fields']>[] };

/**
 * All that rules may know of one deal: plain data, the same in the browser and on the server. It is loaded by the
 * deals slice and never changes during an evaluation.
 */
export type FactSource = { readonly values: FactValues; readonly lists: FactLists };
export type StakeholderFact = NonNullable<FactLists['stakeholders']>[number];

export const noFacts: FactSource = { values: {}, lists: {} };

function schemaOf(type: FactType): z.ZodType {
  switch (type.kind) {
    case 'number':
      return z.number();
    case 'boolean':
      return z.boolean();
    case 'day':
      return Day;
    case 'choice':
      return z.enum(Object.keys(type.words));
    case 'choices':
      return z.array(z.enum(Object.keys(type.words)));
    default:
      return z.string();
  }
}

const Values = z.strictObject(
  Object.fromEntries(Object.entries(facts).map(([id, fact]) => [id, schemaOf(fact.type).optional()])),
);
const Lists = z.strictObject(
  Object.fromEntries(
    Object.entries(lists).map(([id, list]) => [
      id,
      z
        .array(
          z.strictObject(
            Object.fromEntries(
              Object.entries(list.fields).map(([field, type]) => [
                field,
                field === 'name' ? z.string() : schemaOf(type).optional(),
              ]),
            ),
          ),
        )
        .optional(),
    ]),
  ),
);

/** For facts that cross a wire; unknown ids, fields and values are refused. */
export const FactSource = z.strictObject({ values: Values, lists: Lists }) as unknown as z.ZodType<FactSource>;
