import { todayMessages } from '#today/today.messages.ts';
import type { Today } from '#today/today.ts';
import { endOfMonth, TEAM_LINES } from '#today/today.ts';
import { useMessages } from '#ui/lang.tsx';
import { useIsPhone } from '#ui/phone.tsx';
import { MoneyText } from '#ui/MoneyText.tsx';
import { useCan, useSession } from '#ui/session.tsx';
import { StatRow, StatTile } from '#ui/StatTile.tsx';

/** The day in four numbers. */
export function Tiles({ today }: { today: Today }) {
  const m = useMessages(todayMessages);
  const can = useCan();
  const isPhone = useIsPhone();
  const { user } = useSession();
  const due = today.tasks.lines.filter((task) => task.dueOn !== null && task.dueOn <= today.day);
  const overdue = due.filter((task) => task.dueOn! < today.day).length;
  const [money] = today.closing;
  const mine = `/deals?ownerId=${user.id}&state=open`;
  const { oneAnswer, closing, noNext } = today.deals;
  // Whoever leads and has no deals of her own looks at her people's; a phone shows only what is there.
  const own = can('deal.write') && (!today.team || oneAnswer.count + closing.count + noNext.count > 0);
  const shows = (count: number) => own && (count > 0 || !isPhone);
  const tiles = [
    <StatTile
      key="due"
      label={m.tiles.due}
      value={due.length}
      note={overdue > 0 ? m.tiles.overdue(overdue) : m.tiles.none}
      tone={overdue > 0 ? 'bad' : undefined}
    />,
    shows(oneAnswer.count) && (
      <StatTile key="ask" label={m.tiles.oneAnswer} value={oneAnswer.count} note={m.tiles.oneAnswerNote} />
    ),
    shows(closing.count) && (
      <StatTile
        key="close"
        label={m.tiles.closing}
        value={money ? <MoneyText amount={money.amount} currency={money.currency} /> : 0}
        note={m.tiles.closingNote(closing.count)}
        to={`${mine}&closeTo=${endOfMonth(today.day)}`}
      />
    ),
    shows(noNext.count) && (
      <StatTile
        key="next"
        label={m.tiles.noNext}
        value={noNext.count}
        note={m.tiles.noNextNote}
        tone={noNext.count > 0 ? 'warn' : undefined}
      />
    ),
    today.team && !own && (
      <StatTile
        key="healed"
        label={m.tiles.teamOverridden}
        value={atLeast(today.team.overridden.length)}
        note={m.tiles.teamOverriddenNote}
      />
    ),
    today.team && !own && (
      <StatTile
        key="stuck"
        label={m.tiles.teamStuck}
        value={atLeast(today.team.stuck.length)}
        note={m.tiles.teamStuckNote}
      />
    ),
  ].filter(Boolean);
  // One number alone says less than the list below it.
  return tiles.length > 1 ? <StatRow>{tiles}</StatRow> : null;
}

/** The team's lists hold the worst few. */
function atLeast(count: number): string {
  return count < TEAM_LINES ? String(count) : `${TEAM_LINES}+`;
}
