import { CloseOutlined } from '@ant-design/icons';
import { rivalQuestion } from '#method/scorecard-questions.ts';
import { defaultScorecard, scorecardItems } from '#method/scorecard.ts';
import type { RivalComparison, RivalLine } from '#method/scorecard-facts.ts';
import { RatingSteps } from '#deals/facts/RatingSteps.tsx';
import { useDeal } from '#deals/page/deal-context.tsx';
import { qualifyMessages } from '#deals/qualify/qualify.messages.ts';
import { type RivalRows, withoutRival, withRivalRating } from '#deals/qualify/rival-rows.ts';
import { useLang, useMessages } from '#ui/lang.tsx';
import styles from '#deals/qualify/Rivals.module.css';

type Props = { rival: RivalComparison; rows: RivalRows; onKeep: (next: (rows: RivalRows) => RivalRows) => void };

/** One rival: both scores, the lead, where we lose, and the marks item by item. */
export function RivalBlock({ rival, rows, onKeep }: Props) {
  const m = useMessages(qualifyMessages);
  const lang = useLang();
  const { readOnly } = useDeal();
  const { name, lead, behind, unknown } = rival;
  const nameOf = (item: RivalLine['item']) => scorecardItems[item][lang].replace(/^.*[：:]\s*/, '');
  const listed = behind.map(nameOf).join(lang === 'zh' ? '、' : ', ');
  const asked = unknown.filter((item) => rival.lines.some((line) => line.item === item && line.theirs === undefined));
  return (
    <section className={styles.rival} aria-label={name}>
      <header>
        <h3>{name}</h3>
        {lead !== undefined && <span>{m.sideBySide(rival.ours, rival.theirs)}</span>}
        <b data-lead={lead === undefined || lead === 0 ? undefined : lead > 0 ? 'ahead' : 'behind'}>
          {lead === undefined ? m.unrated : lead === 0 ? m.even : lead > 0 ? m.ahead(lead) : m.behind(-lead)}
        </b>
        {!readOnly && rows.some((row) => row.name === name) && (
          <button
            type="button"
            className={styles.remove}
            aria-label={m.removeRival(name)}
            onClick={() => onKeep((known) => withoutRival(known, name))}
          >
            <CloseOutlined aria-hidden="true" />
          </button>
        )}
      </header>
      {behind.length > 0 && <p className={styles.lose}>{m.loseOn(listed)}</p>}
      <ul>
        {rival.lines.map((line) => (
          <li key={line.item}>
            <span className={styles.item}>{nameOf(line.item)}</span>
            <span className={styles.ours}>
              {m.ours} {line.ours ?? '–'}
            </span>
            <RatingSteps
              of="rival"
              label={`${name} ${nameOf(line.item)}`}
              top={defaultScorecard.top}
              value={line.theirs}
              readOnly={readOnly}
              onRate={(rating) => onKeep((known) => withRivalRating(known, name, line.item, rating))}
            />
            <Gap line={line} />
          </li>
        ))}
      </ul>
      {asked.length > 0 && (
        <details className={styles.asks}>
          <summary>
            {m.questions} {asked.length}
          </summary>
          <ul>
            {asked.map((item) => (
              <li key={item}>{rivalQuestion(item, name)[lang]}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function Gap({ line: { difference } }: { line: RivalLine }) {
  if (difference === undefined) return <span className={styles.gap} />;
  const signed = difference > 0 ? `+${difference}` : difference < 0 ? `−${-difference}` : '0';
  const width = `${(50 * Math.abs(difference)) / defaultScorecard.top}%`;
  return (
    <span className={styles.gap}>
      <span className={styles.bar} aria-hidden="true">
        <i style={{ width, [difference < 0 ? 'right' : 'left']: '50%' }} data-behind={difference < 0 || undefined} />
      </span>
      {signed}
    </span>
  );
}
