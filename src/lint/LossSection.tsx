import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { LossStudy } from '#lint/lint.contract.ts';
import { lintMessages } from '#lint/lint.messages.ts';
import { lint } from '#lint/lint.queries.tsx';
import styles from '#lint/LintPage.module.css';
import { onLogScale } from '#lint/forest.ts';
import { EmptyState } from '#ui/EmptyState.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';
import { percentText } from '#ui/percent.ts';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';
import { SkeletonLines } from '#ui/state/PageSkeleton.tsx';
import { Tag } from '#ui/Tag.tsx';

const choices = [14, 30, 60, 90];
const tones = { foretells: 'bad', protects: 'good', open: 'calm' } as const;
type Row = LossStudy['rows'][number];

/** 哪些疏漏最能预示丢单: each with what it rests on; nothing is shown on too few deals. */
export function LossSection({ daysBefore, onDays }: { daysBefore: number; onDays: (days: number) => void }) {
  const m = useMessages(lintMessages);
  const { data, error, refetch } = useQuery({
    ...lint.losses.queryOptions({ input: { daysBefore } }),
    placeholderData: keepPreviousData,
    staleTime: 5 * 60_000,
  });
  return (
    <>
      <p className={styles.lead}>{m.lossLead}</p>
      <div className={styles.filters}>
        <span>{m.daysBefore}</span>
        <div role="radiogroup" aria-label={m.daysBefore} className={styles.days}>
          {choices.map((days) => (
            <button
              key={days}
              type="button"
              role="radio"
              aria-checked={days === daysBefore}
              onClick={() => onDays(days)}
            >
              {m.days(days)}
            </button>
          ))}
        </div>
      </div>
      <RefusalAlert error={error} onRetry={() => void refetch()} />
      {!data && !error && <SkeletonLines lines={8} />}
      {data && (
        <SectionCard flush title={m.lossTitle} note={m.lossBasis(data.judged, data.lost, data.closed)}>
          {data.rows.length === 0 ? (
            <EmptyState title={m.lossEmpty} hint={m.lossEmptyHint} />
          ) : (
            <>
              <LossTable rows={data.rows} />
              <p className={styles.note}>
                {m.lossCare} {data.hidden > 0 && m.lossHidden(data.hidden)}
              </p>
            </>
          )}
        </SectionCard>
      )}
    </>
  );
}

function LossTable({ rows }: { rows: readonly Row[] }) {
  const m = useMessages(lintMessages);
  const lang = useLang();
  return (
    // It scrolls sideways on a phone: the keyboard must reach it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={m.lossTitle}>
      <table className={`${styles.table} ${styles.wide}`}>
        <thead>
          <tr>
            <th>{m.rule}</th>
            <th className={styles.number}>{m.lossWith}</th>
            <th className={styles.number}>{m.lossWithout}</th>
            <th className={styles.number}>{m.lossRatioNote}</th>
            <td aria-hidden="true" />
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.kind} ${row.playbook?.en ?? ''} ${row.id}`}>
              <td>
                <span className={styles.named}>
                  {row.name[lang]} <Tag tone={tones[row.verdict]}>{m.verdicts[row.verdict]}</Tag>
                </span>
                <span className={styles.small}>
                  {row.mandatory ? m.kinds.star : m.kinds[row.kind]}
                  {row.playbook && ` · ${row.playbook[lang]}`} · {m.restsOn(row.deals)}
                </span>
              </td>
              <td className={styles.number}>
                <Share {...row.withIt} />
              </td>
              <td className={styles.number}>
                <Share {...row.without} />
              </td>
              <td className={styles.number}>
                <b>{row.ratio.value.toFixed(1)}</b>
                <span className={styles.small}>{m.between(row.ratio.low.toFixed(1), row.ratio.high.toFixed(1))}</span>
              </td>
              <td>
                <Forest {...row.ratio} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Share({ value, low, high, lost, deals }: Row['withIt']) {
  const m = useMessages(lintMessages);
  return (
    <>
      <b>{percentText(value)}</b> {m.of(lost, deals)}
      <span className={styles.small}>{m.between(percentText(low), percentText(high))}</span>
    </>
  );
}

const at = (ratio: number) => `${onLogScale(ratio)}%`;

/** The interval against the line of 1, on a log scale; its numbers stand beside it. */
function Forest({ value, low, high }: Row['ratio']) {
  return (
    <span className={styles.forest} aria-hidden="true">
      <i className={styles.axis} style={{ left: at(1) }} />
      <i className={styles.range} style={{ left: at(low), width: `${onLogScale(high) - onLogScale(low)}%` }} />
      <i className={styles.point} style={{ left: at(value) }} />
    </span>
  );
}
