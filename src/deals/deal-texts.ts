import type { Deal } from '#deals/deal.ts';

type Written = Partial<Pick<Deal, 'tags' | 'custom' | 'reasonNote' | 'winner'>>;

/**
 * What was written into a deal's own words: tags, custom texts, why it ended. A name is none of them: many a hospital's
 * project is called after an illness.
 */
export function freeTexts({ tags = [], custom = {}, reasonNote, winner }: Written): (string | null | undefined)[] {
  const texts = Object.values(custom).map((value) => (typeof value === 'string' ? value : null));
  return [...tags, ...texts, reasonNote, winner];
}
