import type { Check } from '#method/playbook.ts';
import { buyingRoles, questionKinds } from '#method/scales.ts';
import { playbookMessages } from '#playbooks/playbooks.messages.ts';
import { useLang, useMessages } from '#ui/lang.tsx';
import styles from '#playbooks/CheckEntry.module.css';

/** One check as it is taught: the claim, how to see it, how to test it, what to ask. */
export function CheckEntry({ check }: { check: Check }) {
  const m = useMessages(playbookMessages);
  const lang = useLang();
  const { next } = check;
  const roles = next.ask.map((role) => buyingRoles[role][lang]).join(lang === 'zh' ? '、' : ', ');
  const named = (words: string) => words.replaceAll('{who}', roles || m.who);
  return (
    <li className={styles.check}>
      <h4>
        <span className={styles.star} data-off={!check.mandatory || undefined}>
          {check.mandatory ? '★' : '·'}
        </span>
        <span>
          {check.text[lang]}
          <small>
            {check.rule ? m.byRule : m.byEvidence} · {check.permanent ? m.permanent : m.halfLife(check.halfLifeDays)}
          </small>
        </span>
      </h4>
      <div className={styles.body}>
        {check.signals.length > 0 && (
          <ul className={styles.signals} aria-label={m.signals}>
            {check.signals.map((signal) => (
              <li key={signal.id} data-direction={signal.direction}>
                <span title={m[signal.direction]}>{signal.direction === 'supports' ? '＋' : '－'}</span>
                {signal.text[lang]}
              </li>
            ))}
          </ul>
        )}
        <p>
          <b>{m.verify}</b>
          {check.verify[lang]}
        </p>
        {check.falseFriends.map((friend) => (
          <p key={friend.zh}>
            <b>{m.falseFriends}</b>
            {friend[lang]}
          </p>
        ))}
        <p>
          <b>{m.nextAct}</b>
          {named(next.act[lang])}
          <small>
            {m.within(next.dueInDays)}
            {next.daysBeforeTender !== undefined && ` · ${m.beforeTender(next.daysBeforeTender)}`}
          </small>
        </p>
        {next.question && (
          <blockquote>
            {named(next.question.text[lang])}
            <small>{questionKinds[next.question.kind][lang]}</small>
          </blockquote>
        )}
        {check.accept && (
          <p>
            <b>{m.accept}</b>
            {check.accept.text[lang]}
          </p>
        )}
      </div>
    </li>
  );
}
