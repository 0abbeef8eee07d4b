import { DownOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { closeDays } from '#today/next-days.ts';
import { dealClient } from '#today/today.queries.tsx';
import { todayMessages } from '#today/today.messages.ts';
import styles from '#today/Today.module.css';
import type { DealLine, Reason } from '#today/today.ts';
import { useToldChange } from '#today/useToldChange.tsx';
import { dayWords } from '#ui/day-words.ts';
import { spoken, useLang, useMessages } from '#ui/lang.tsx';
import { MenuButton } from '#ui/MenuButton.tsx';
import { onDemand } from '#ui/onDemand.tsx';
import { useCan, useToday } from '#ui/session.tsx';

const WakeActs = onDemand(async () => (await import('#deals/qualify/WakeActs.tsx')).WakeActs);

type Props = { line: DealLine; reason: Reason; onPlan: () => void };

/** What settles it, where it stands. */
export function DealAct({ line, reason, onPlan }: Props) {
  const m = useMessages(todayMessages);
  const can = useCan();
  const page = `/deals/${line.id}`;
  const plan = can('task.write') && (
    <button type="button" className={styles.act} onClick={onPlan}>
      {m.planNext}
    </button>
  );
  switch (reason) {
    case 'oneAnswer':
      return (
        <>
          <Link to={`${page}?tab=gate${line.ask ? `&check=${line.ask.check}` : ''}`} className={styles.act}>
            {m.answer}
          </Link>
          {line.reasons.includes('noNext') && plan}
        </>
      );
    case 'round':
      return (
        <>
          {plan}
          <Link to={`${page}?tab=gate${line.ask ? `&check=${line.ask.check}` : ''}`} className={styles.act}>
            {m.recordRound}
          </Link>
        </>
      );
    case 'closing':
      return (
        <>
          {can('deal.write') && <MoveClose line={line} />}
          {line.reasons.includes('noNext') && plan}
        </>
      );
    case 'overridden':
      return (
        <>
          <Link to={`${page}?tab=gate`} className={styles.act}>
            {m.heal}
          </Link>
          {line.reasons.includes('noNext') && plan}
        </>
      );
    case 'lint':
      return (
        <>
          <Link to={page} className={styles.act}>
            {m.cure}
          </Link>
          {plan}
        </>
      );
    case 'revisit':
      return (
        <>
          {can('deal.write') && <WakeActs deal={line} />}
          {plan}
        </>
      );
    default:
      return plan;
  }
}

function MoveClose({ line }: { line: DealLine }) {
  const m = useMessages(todayMessages);
  const lang = useLang();
  const today = useToday();
  const change = useToldChange();
  const { id, version, closeOn } = line;
  const moveTo = (day: string) =>
    change({
      send: () => dealClient.update({ id, version, closeOn: day }),
      told: m.closeMoved(dayWords(day, today, lang)),
      undo: () => dealClient.update({ id, version: version + 1, closeOn }),
    });
  return (
    <MenuButton
      label={spoken(m.moveClose, line.name)}
      align="start"
      className={styles.act}
      button={
        <>
          {m.moveClose} <DownOutlined aria-hidden="true" className={styles.caret} />
        </>
      }
      groups={[
        {
          items: closeDays(today)
            .filter(({ day }) => day !== closeOn)
            .map(({ key, day }) => ({
              key,
              label: (
                <span className={styles.choice}>
                  {m[key]} <small>{dayWords(day, today, lang)}</small>
                </span>
              ),
              run: () => void moveTo(day),
            })),
        },
      ]}
    />
  );
}
