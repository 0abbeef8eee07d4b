import { parseKeptPlaybook } from '#method/playbook-text.ts';
import { isRefusal } from '#shared/refusal.ts';
import { comparePlaybooks, type FieldChange, type PartChange } from '#playbooks/studio/playbook-diff.ts';
import { partWords } from '#playbooks/studio/fields.ts';
import { studioMessages } from '#playbooks/studio/studio.messages.ts';
import { useLang, useMessages } from '#ui/lang.tsx';
import styles from '#playbooks/studio/Compare.module.css';

type Side = { label: string; source: string };

/** Two texts of a method, before and after, in the words of those who use it. */
export function Compare({ before, after }: { before: Side; after: Side }) {
  const m = useMessages(studioMessages);
  const [old, now] = [parseKeptPlaybook(before.source), parseKeptPlaybook(after.source)];
  if (isRefusal(old) || isRefusal(now)) return <p className={styles.note}>{m.unreadable}</p>;
  const changes = comparePlaybooks(old, now);
  if (changes.length === 0) return <p className={styles.note}>{m.same}</p>;
  const count = (kind: PartChange['change']) => changes.filter(({ change }) => change === kind).length;
  return (
    <div className={styles.compare}>
      <p className={styles.summary}>{m.summary(count('added'), count('removed'), count('changed') + count('moved'))}</p>
      <div className={styles.sides} aria-hidden="true">
        <span />
        <span>{before.label}</span>
        <span>{after.label}</span>
      </div>
      {changes.map((change) => (
        <Changed key={`${change.kind} ${change.id} ${change.change}`} {...change} />
      ))}
    </div>
  );
}

function Changed({ kind, name, stage, change, fields, movedFrom, place }: PartChange) {
  const m = useMessages(studioMessages);
  const lang = useLang();
  const whole = kind === 'head' || kind === 'parking';
  return (
    <section className={styles.part} data-change={change} data-kind={kind}>
      <h3>
        <span className={styles.mark}>{m.change[change]}</span>
        <small>
          {partWords[kind][lang]}
          {stage && ` · ${stage[lang]}`}
        </small>
        {!whole && name[lang]}
      </h3>
      {movedFrom && stage && <p className={styles.note}>{m.movedFrom(movedFrom[lang], stage[lang])}</p>}
      {place && <p className={styles.note}>{m.placeMoved(place.from, place.to)}</p>}
      {fields.map((field) => (
        <FieldSides key={field.label.en} {...field} />
      ))}
    </section>
  );
}

/** Shown in the other language, too, where only that one changed. */
function FieldSides({ label, before, after }: FieldChange) {
  const m = useMessages(studioMessages);
  const lang = useLang();
  const shown = before[lang] === after[lang] ? (lang === 'zh' ? 'en' : 'zh') : lang;
  return (
    <div className={styles.field}>
      <span className={styles.label}>
        {label[lang]}
        {shown !== lang && <small>{m[shown]}</small>}
      </span>
      <Lines side={m.before} lang={shown} text={before[shown]} other={after[shown]} tone="bad" />
      <Lines side={m.after} lang={shown} text={after[shown]} other={before[shown]} tone="good" />
    </div>
  );
}

function Lines(props: { side: string; lang: 'zh' | 'en'; text: string; other: string; tone: 'good' | 'bad' }) {
  const m = useMessages(studioMessages);
  const { side, lang, text, other, tone } = props;
  const others = new Set(other.split('\n'));
  return (
    <div className={styles.side} lang={lang === 'zh' ? 'zh-CN' : 'en'} role="group" aria-label={side}>
      {text === '' ? (
        <em>{m.empty}</em>
      ) : (
        text.split('\n').map((line, at) => (
          // oxlint-disable-next-line react/no-array-index-key
          <p key={at} data-tone={others.has(line) ? undefined : tone}>
            {line}
          </p>
        ))
      )}
    </div>
  );
}
