import { PlusSquareOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import type { ActDraft } from '#reviews/ActForm.tsx';
import type { Agenda } from '#reviews/agenda.ts';
import { changeWords, toneOf } from '#reviews/change-words.ts';
import { reviewMessages } from '#reviews/reviews.messages.ts';
import { actTones, vulnerabilityTones } from '#reviews/state-tones.ts';
import styles from '#reviews/OnTheTable.module.css';
import { severities } from '#method/lint/severity.ts';
import { dayWords } from '#ui/day-words.ts';
import { DayText } from '#ui/DayText.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';
import { useToday } from '#ui/session.tsx';
import { Tag } from '#ui/Tag.tsx';

type Props = {
  agenda: Agenda;
  frozen: boolean;
  /** Makes an act of it; absent: only to be read. */
  onGive: ((draft: ActDraft) => void) | undefined;
};

/** What is known of a deal: what became of last time, what changed, what its gate lacks, what the lint finds. */
export function OnTheTable({ agenda, frozen, onGive }: Props) {
  const m = useMessages(reviewMessages);
  const lang = useLang();
  const today = useToday();
  const day = (value: string) => dayWords(value, today, lang);
  return (
    <div className={styles.side}>
      <p className={styles.when}>{frozen ? m.page.frozenOn(day(agenda.on)) : m.page.live}</p>
      {agenda.last && <LastTime last={agenda.last} />}
      <SectionCard title={m.changes.title} note={agenda.since ? m.changes.since(day(agenda.since)) : undefined}>
        {agenda.changes.length === 0 && <p className={styles.quiet}>{m.changes.none}</p>}
        <ul className={styles.changes}>
          {agenda.changes.map((change) => (
            <li key={JSON.stringify(change)} data-tone={toneOf(change)}>
              <span>{changeWords(change, lang, day)}</span>
              {'on' in change && <small>{[day(change.on), change.by].filter(Boolean).join(' · ')}</small>}
            </li>
          ))}
        </ul>
      </SectionCard>
      <Gate agenda={agenda} onGive={onGive} />
      {agenda.findings.length > 0 && (
        <SectionCard title={m.findings.title} note={agenda.findings.length}>
          <ul className={styles.findings}>
            {agenda.findings.map((finding) => (
              <li key={finding.rule}>
                <p>
                  <strong>{finding.name[lang]}</strong>
                  <Tag tone={finding.severity === 'serious' ? 'bad' : finding.severity === 'warning' ? 'warn' : 'calm'}>
                    {severities[finding.severity][lang]}
                  </Tag>
                </p>
                <p>{finding.says[lang]}</p>
                <p className={styles.cure}>
                  {m.findings.cure}: {finding.cure[lang]}
                </p>
              </li>
            ))}
          </ul>
        </SectionCard>
      )}
    </div>
  );
}

function LastTime({ last }: { last: NonNullable<Agenda['last']> }) {
  const { last: m } = useMessages(reviewMessages);
  const lang = useLang();
  const today = useToday();
  const empty = last.acts.length === 0 && last.vulnerabilities.length === 0;
  return (
    <SectionCard
      title={m.title}
      note={<Link to={`/reviews/${last.reviewId}`}>{m.from(last.reviewName, dayWords(last.on, today, lang))}</Link>}
    >
      {empty && <p className={styles.quiet}>{m.nothing}</p>}
      <ul className={styles.retest}>
        {last.acts.map((act) => (
          <li key={`${act.title} ${act.ownerName} ${act.dueOn}`}>
            <Tag tone={actTones[act.state]}>{m.actStates[act.state]}</Tag>
            <span>{act.title}</span>
            <small>
              {act.ownerName} · <DayText day={act.dueOn} />
            </small>
          </li>
        ))}
        {last.vulnerabilities.map(({ text, state }) => (
          <li key={text}>
            <Tag tone={vulnerabilityTones[state]}>{m.vulnerabilityStates[state]}</Tag>
            <span>{text}</span>
          </li>
        ))}
      </ul>
    </SectionCard>
  );
}

function Gate({ agenda, onGive }: Pick<Props, 'agenda' | 'onGive'>) {
  const { gate: m } = useMessages(reviewMessages);
  const lang = useLang();
  const today = useToday();
  const day = (value: string) => dayWords(value, today, lang);
  const { misses, overrides, acceptances, state } = agenda;
  const over = state === 'lost' || state === 'parked';
  return (
    <SectionCard title={m.title} note={misses.length || undefined}>
      {misses.length === 0 && <p className={styles.quiet}>{over ? m.none : m.open}</p>}
      <ul className={styles.misses}>
        {misses.map((miss) => (
          <li key={miss.key}>
            <p className={styles.miss}>{miss.words[lang]}</p>
            <p className={styles.act}>{miss.act[lang]}</p>
            {miss.question && <q>{miss.question.text[lang]}</q>}
            <span className={styles.foot}>
              <DayText day={miss.by} />
              {onGive && (
                <button
                  type="button"
                  onClick={() =>
                    onGive({ title: miss.act[lang], dueOn: miss.by, ...(miss.check && { checkId: miss.check }) })
                  }
                >
                  <PlusSquareOutlined aria-hidden="true" /> {m.give}
                </button>
              )}
            </span>
          </li>
        ))}
      </ul>
      {overrides.map((override) => (
        <div key={override.stage.zh + override.on} className={styles.extra}>
          <p>{m.overridden(override.by, day(override.on), override.stage[lang])}</p>
          <p className={styles.quiet}>{override.reason}</p>
          <ul>
            {override.missing.map((miss) => (
              <li key={miss.zh}>{miss[lang]}</li>
            ))}
          </ul>
        </div>
      ))}
      {acceptances.map((acceptance) => (
        <div key={acceptance.check.zh} className={styles.extra}>
          <p>
            <strong>{acceptance.check[lang]}</strong>
          </p>
          <p>{m.accepted(acceptance.by, day(acceptance.on))}</p>
          <p className={styles.quiet}>{acceptance.plan}</p>
        </div>
      ))}
    </SectionCard>
  );
}
