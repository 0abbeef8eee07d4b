import { sure, type Known } from '#sample/known.ts';
import { workDay } from '#sample/relative.ts';
import type { Cue } from '#sample/schedule.ts';
import type { Stage } from '#sample/stage.server.ts';

type GiftCue = Extract<Cue, { kind: 'gift' | 'giftDecided' }>;

/** Registers an entry, or says what became of it. */
export async function playGift(stage: Stage, known: Known, cue: GiftCue): Promise<void> {
  const { gifts } = stage.as(cue);
  if (cue.kind === 'giftDecided') {
    await gifts[cue.what]({ id: sure(known.gifts, cue.key), reason: cue.reason });
    return;
  }
  const { account, people, unnamed, direction, kind, yuan, purpose, deal, at } = cue.gift;
  const { id } = await gifts.register({
    direction,
    kind,
    accountId: sure(known.accounts, account),
    contactIds: people.map((name) => sure(known.contacts, name).id),
    unnamed,
    on: workDay(known.today, at),
    amount: Math.round(yuan * 100),
    purpose,
    dealId: deal ? sure(known.deals, deal).id : null,
  });
  known.gifts.set(cue.key, id);
}
