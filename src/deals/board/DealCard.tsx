import { ClockCircleFilled, MoreOutlined, WarningFilled } from '@ant-design/icons';
import { Link, useNavigate } from '@tanstack/react-router';
import { memo, type KeyboardEvent } from 'react';
import { daysBetween, dayOf } from '#shared/day.ts';
import type { Text } from '#shared/messages.ts';
import type { DealRow } from '#deals/deal.ts';
import { isStuck } from '#deals/board/board-moves.ts';
import { dealMessages } from '#deals/deals.messages.ts';
import { LintDot } from '#deals/LintDot.tsx';
import { GateScore } from '#deals/GateScore.tsx';
import { DayText } from '#ui/DayText.tsx';
import { fullDayWords } from '#ui/day-words.ts';
import { spoken, localeOf, useLang, useMessages } from '#ui/lang.tsx';
import { MenuButton } from '#ui/MenuButton.tsx';
import { MoneyText } from '#ui/MoneyText.tsx';
import { PersonBadge } from '#ui/PersonText.tsx';
import { useCan, useSession, useToday } from '#ui/session.tsx';
import styles from '#deals/board/DealCard.module.css';

type Props = {
  card: DealRow;
  stageId: string;
  stages: readonly { id: string; name: Text }[];
  medianDays: number | null;
  busy: boolean;
  stopped: boolean;
  onMove: (card: DealRow, to: string) => void;
};

/** What a dragged card carries. */
export const dragged = 'application/x-longmen-deal';

/**
 * A deal on the board: worth, next act, how near its gate is to opening, and what is wrong with it. Drawn
 * again only when it changes: a column under the finger redraws at every step.
 */
export const DealCard = memo(function DealCard({ card, stageId, stages, medianDays, busy, stopped, onMove }: Props) {
  const m = useMessages(dealMessages);
  const lang = useLang();
  const can = useCan();
  const navigate = useNavigate();
  const today = useToday();
  const { timeZone } = useSession().user;
  const at = stages.findIndex(({ id }) => id === stageId);
  const [before, after] = [stages[at - 1], stages[at + 1]];
  const days = daysBetween(dayOf(card.stageSince, timeZone), today);
  const stay = `${m.stuck} · ${m.stuckDays(days)}`;
  const mayMove = can('deal.advance') && !busy;
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || !mayMove) return;
    const to = event.key === 'ArrowRight' ? after : event.key === 'ArrowLeft' ? before : undefined;
    if (!to) return;
    event.preventDefault();
    onMove(card, to.id);
  };
  return (
    <div
      className={styles.card}
      draggable={mayMove}
      data-busy={busy || undefined}
      data-stopped={stopped || undefined}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData(dragged, JSON.stringify(card));
      }}
    >
      <div className={styles.top}>
        <Link
          to={`/deals/${card.id}`}
          className={styles.name}
          draggable={false}
          aria-keyshortcuts="Alt+ArrowRight Alt+ArrowLeft"
          onKeyDown={onKeyDown}
        >
          {card.name}
        </Link>
        <MenuButton
          label={spoken(m.move, card.name)}
          className={styles.more}
          button={<MoreOutlined aria-hidden="true" />}
          groups={[
            {
              items: [
                { key: 'open', label: m.openDeal, run: () => void navigate({ to: `/deals/${card.id}` }) },
                ...(mayMove && after
                  ? [{ key: 'forward', label: m.moveForward(after.name[lang]), run: () => onMove(card, after.id) }]
                  : []),
                ...(mayMove
                  ? stages.slice(0, Math.max(at, 0)).map((stage) => ({
                      key: stage.id,
                      label: m.moveBackTo(stage.name[lang]),
                      run: () => onMove(card, stage.id),
                    }))
                  : []),
              ],
            },
          ]}
        />
      </div>
      <p className={styles.account}>
        <span>{card.accountName}</span>
        {card.ownerName && (
          <span title={card.ownerName}>
            <PersonBadge name={card.ownerName} size={20} />
          </span>
        )}
      </p>
      <p className={styles.facts}>
        <strong>
          <MoneyText amount={card.amount} currency={card.currency} />
        </strong>
        {card.grade && <span className={styles.grade}>{card.grade}</span>}
        <span className={styles.dots}>
          <LintDot lints={card.lints} serious={card.lintSerious} />
          {card.overridden && <WarningFilled className={styles.bad} title={m.overridden} aria-label={m.overridden} />}
          {isStuck(days, medianDays) && <ClockCircleFilled className={styles.warn} title={stay} aria-label={stay} />}
        </span>
        <span className={styles.day}>
          <CloseDay day={card.closeOn} today={today} />
        </span>
      </p>
      <p className={styles.foot}>
        <GateScore met={card.gateMet} total={card.gateTotal} />
        <span className={styles.next} title={card.nextAct?.title}>
          {card.nextAct ? card.nextAct.title : m.noNext}
        </span>
        {card.nextAct?.dueOn && <DayText day={card.nextAct.dueOn} due />}
      </p>
    </div>
  );
});

/** Cards are narrow: in another year the month is near enough. */
function CloseDay({ day, today }: { day: string | null; today: string }) {
  const lang = useLang();
  if (!day || day.slice(0, 4) === today.slice(0, 4)) return <DayText day={day} due />;
  const words = new Intl.DateTimeFormat(localeOf(lang), { year: 'numeric', month: 'short', timeZone: 'UTC' });
  return (
    <time dateTime={day} title={fullDayWords(day, lang)}>
      {words.format(new Date(`${day}T00:00:00Z`))}
    </time>
  );
}
