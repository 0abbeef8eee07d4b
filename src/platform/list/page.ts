import { z } from 'zod';

/** What every list takes: where to go on (the `next` of the page before), how many rows, how sorted. */
export function pageQuery<const S extends readonly [string, ...string[]]>(sorts: S, defaultSort: S[number]) {
  return {
    after: z.string().max(500).optional().meta({ description: 'The `next` of the page before' }),
    limit: z.int().min(1).max(200).default(50),
    sort: z.enum(sorts).default(defaultSort as never),
    order: z.enum(['asc', 'desc']).default('asc'),
  };
}

/** A page of a list: keyset paging, so that rows that come and go meanwhile neither repeat nor hide others. */
export function page<R extends z.ZodType>(row: R) {
  return z.object({ rows: z.array(row), next: z.string().nullable() });
}
