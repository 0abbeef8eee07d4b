import type { InformationList, RowOf } from '#information/information-row.ts';

/** The fields of the form of every table; each uses its own. */
export type RowValues = {
  use?: string;
  brand?: string | null;
  model?: string | null;
  quantity?: number | null;
  sinceYear?: number | null;
  ours?: boolean;
  step?: number;
  who?: string;
  upTo?: number | null;
  does?: string | null;
  name?: string;
  solution?: string | null;
  price?: string | null;
  quality?: string | null;
  service?: string | null;
  relations?: string | null;
  support?: string | null;
};

export function valuesOf(content: RowOf): RowValues {
  if (content.list !== 'approval') return { ...content.row };
  const { upTo, ...row } = content.row;
  return { ...row, upTo: upTo?.amount ?? null };
}

const text = (value: string | null | undefined) => value?.trim() || null;

/** @param before the row that it replaces; a limit stays in its currency @param place where a new step stands */
export function rowFrom(list: InformationList, values: RowValues, before: RowOf | undefined, place: number): RowOf {
  if (list === 'installed') {
    const { use = '', brand, model, quantity = null, sinceYear = null, ours = false } = values;
    return { list, row: { use, brand: text(brand), model: text(model), quantity, sinceYear, ours } };
  }
  if (list === 'approval') {
    const { step = place, who = '', upTo, does } = values;
    const currency = (before?.list === 'approval' && before.row.upTo?.currency) || 'CNY';
    const limit = upTo === null || upTo === undefined ? null : { amount: upTo, currency };
    return { list, row: { step, who, upTo: limit, does: text(does) } };
  }
  const { name = '', solution, price, quality, service, relations, support } = values;
  return {
    list,
    row: {
      name,
      solution: text(solution),
      price: text(price),
      quality: text(quality),
      service: text(service),
      relations: text(relations),
      support: text(support),
    },
  };
}
