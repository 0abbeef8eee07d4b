import type { ReactNode } from 'react';
import { messages } from '#method/method.messages.ts';
import type { BuyerStage, Check } from '#method/playbook.ts';
import { weightWords } from '#method/weight-words.ts';
import { buyingRoles, questionKinds } from '#method/scales.ts';
import { decidedBy } from '#playbooks/decided-by.ts';
import { playbookMessages } from '#playbooks/playbooks.messages.ts';
import { useLang, useMessages } from '#ui/lang.tsx';
import styles from '#playbooks/CheckEntry.module.css';

type Props = { check: Check; buyerStages: readonly BuyerStage[] };

/** One check as it is taught: the claim, how to see it, how to test it, what to ask. */
export function CheckEntry({ check, buyerStages }: Props) {
  const m = useMessages(playbookMessages);
  const lang = useLang();
  const { next } = check;
  const decided = check.rule && decidedBy(check.rule, buyerStages);
  const roles = messages[lang].anyRole(next.ask.map((role) => buyingRoles[role][lang]));
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
            {check.weights && ` · ${m.weights(weightWords(check.weights)[lang])}`}
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
        {decided && <Row head={m.rule}>{decided[lang]}</Row>}
        <Row head={m.verify}>{check.verify[lang]}</Row>
        {check.falseFriends.map((friend) => (
          <Row key={friend.zh} head={m.falseFriends}>
            {friend[lang]}
          </Row>
        ))}
        <Row head={m.nextAct}>
          {named(next.act[lang])}
          <small>
            {m.within(next.dueInDays)}
            {next.daysBeforeTender !== undefined && ` · ${m.beforeTender(next.daysBeforeTender)}`}
          </small>
        </Row>
        {next.question && (
          <blockquote>
            {named(next.question.text[lang])}
            <small>{questionKinds[next.question.kind][lang]}</small>
          </blockquote>
        )}
        {check.accept && <Row head={m.accept}>{check.accept.text[lang]}</Row>}
      </div>
    </li>
  );
}

function Row({ head, children }: { head: string; children: ReactNode }) {
  return (
    <p>
      <b>{head}</b>
      <span>{children}</span>
    </p>
  );
}
