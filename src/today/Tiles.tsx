import { todayMessages } from '#today/today.messages.ts';
import type { Today } from '#today/today.ts';
import { endOfMonth } from '#today/today.ts';
import { useMessages } from '#ui/lang.tsx';
import { MoneyText } from '#ui/MoneyText.tsx';
import { useCan, useSession } from '#ui/session.tsx';
import { StatRow, StatTile } from '#ui/StatTile.tsx';

/** The day in four numbers. */
export function Tiles({ today }: { today: Today }) {
  const m = useMessages(todayMessages);
  const can = useCan();
  const { user } = useSession();
  const due = today.tasks.lines.filter((task) => task.dueOn !== null && task.dueOn <= today.day);
  const overdue = due.filter((task) => task.dueOn! < today.day).length;
  const [money] = today.closing;
  const mine = `/deals?ownerId=${user.id}&state=open`;
  return (
    <StatRow>
      <StatTile
        label={m.tiles.due}
        value={due.length}
        note={overdue > 0 ? m.tiles.overdue(overdue) : m.tiles.none}
        tone={overdue > 0 ? 'bad' : undefined}
      />
      {can('deal.write') && (
        <>
          <StatTile label={m.tiles.oneAnswer} value={today.deals.oneAnswer.count} note={m.tiles.oneAnswerNote} />
          <StatTile
            label={m.tiles.closing}
            value={money ? <MoneyText amount={money.amount} currency={money.currency} /> : 0}
            note={m.tiles.closingNote(today.deals.closing.count)}
            to={`${mine}&closeTo=${endOfMonth(today.day)}`}
          />
          <StatTile
            label={m.tiles.noNext}
            value={today.deals.noNext.count}
            note={m.tiles.noNextNote}
            tone={today.deals.noNext.count > 0 ? 'warn' : undefined}
          />
        </>
      )}
    </StatRow>
  );
}
