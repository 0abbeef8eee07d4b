import { z } from 'zod';
import { Day } from '#shared/day.ts';
import { Id } from '#shared/id.ts';
import { counted, type Text } from '#shared/messages.ts';
import { wilson } from '#method/lint/loss-lift.ts';

/** Something that a coach told us, and whether time proved it. Source: the chain's issue, reliability of what the coach told. */
export const Telling = z.strictObject({
  id: Id,
  personId: Id,
  on: Day,
  statement: z.string().trim().min(1).max(2000),
  outcome: z.enum(['open', 'proven', 'refuted']),
  settledOn: Day.nullish().meta({ description: 'Day the outcome was known' }),
});
export type Telling = z.infer<typeof Telling>;

export type Reliability = {
  readonly proven: number;
  readonly refuted: number;
  readonly open: number;
  /** share 0–1 of the settled that proved true; null: nothing is settled yet */
  readonly share: number | null;
  /** 95 % interval of that share, 0–1 (Wilson); null as above */
  readonly low: number | null;
  readonly high: number | null;
  readonly words: Text;
};

/** How far a person's word has held, as known on a day. @param today later outcomes count as open; tellings after it not at all */
export function reliabilityOf(personId: string, tellings: readonly Telling[], today: Day): Reliability {
  const own = tellings.filter((telling) => telling.personId === personId && telling.on <= today);
  const count = (wanted: Telling['outcome']) =>
    own.filter(({ outcome, settledOn }) => (settledOn && settledOn > today ? 'open' : outcome) === wanted).length;
  const [proven, refuted, open] = [count('proven'), count('refuted'), count('open')];
  const settled = proven + refuted;
  if (settled === 0) {
    const words = {
      zh: `说过 ${open} 件事，尚无一件得到验证`,
      en: `told us ${counted(open, 'thing')}, none settled yet`,
    };
    return { proven, refuted, open, share: null, low: null, high: null, words };
  }
  const { value: share, low, high } = wilson(proven, settled);
  return {
    proven,
    refuted,
    open,
    share,
    low,
    high,
    words: {
      zh: `${settled} 件已验证，${proven} 件属实；可信的比例大约在 ${percent(low)}–${percent(high)} 之间${open > 0 ? `，另有 ${open} 件待验证` : ''}`,
      en: `${proven} of ${settled} settled things were true; the share is about ${percent(low)}–${percent(high)}${open > 0 ? `; ${open} open` : ''}`,
    },
  };
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}
