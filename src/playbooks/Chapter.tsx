import { lists } from '#method/fact-lists.ts';
import type { Playbook, Stage } from '#method/playbook.ts';
import { CheckEntry } from '#playbooks/CheckEntry.tsx';
import { playbookMessages } from '#playbooks/playbooks.messages.ts';
import { useLang, useMessages } from '#ui/lang.tsx';
import styles from '#playbooks/Chapter.module.css';

/** One stage: where it begins and ends, what to do, what opens its gate. */
export function Chapter({ playbook, stage, number }: { playbook: Playbook; stage: Stage; number: string }) {
  const m = useMessages(playbookMessages);
  const lang = useLang();
  const beside = playbook.buyerStages.filter(({ id }) => stage.buyerStages.includes(id));
  return (
    <section id={stage.id} className={styles.chapter}>
      <header>
        <small>{m.chapter(number)}</small>
        <h2>{stage.name[lang]}</h2>
        <p>
          {m.buyerBeside} · {beside.map(({ name }) => name[lang]).join(' → ')}
        </p>
      </header>
      <dl className={styles.marks}>
        <div>
          <dt>{m.startMark}</dt>
          <dd>{stage.startMark[lang]}</dd>
        </div>
        <div>
          <dt>{stage.endless ? m.endless : m.endMark}</dt>
          <dd>{stage.endMark[lang]}</dd>
        </div>
      </dl>
      <h3>{m.steps}</h3>
      <ol className={styles.steps}>
        {stage.steps.map((step) => (
          <li key={step.zh}>{step[lang]}</li>
        ))}
      </ol>
      {stage.tips.length > 0 && <h3>{m.tips}</h3>}
      {stage.tips.map((tip) => (
        <p key={tip.zh} className={styles.tip}>
          {tip[lang]}
        </p>
      ))}
      <h3>
        {stage.endless ? m.checksOfRound : m.checks}{' '}
        <small>★ {m.mustPass(stage.checks.filter(({ mandatory }) => mandatory).length)}</small>
      </h3>
      <ol className={styles.checks}>
        {stage.checks.map((check) => (
          <CheckEntry key={check.id} check={check} buyerStages={playbook.buyerStages} />
        ))}
      </ol>
      {stage.artifacts.length > 0 && (
        <p className={styles.artifacts}>
          <b>{m.artifacts}</b>
          {stage.artifacts
            .map((kind) => lists.artifacts.fields.kind.words[kind][lang])
            .join(lang === 'zh' ? '、' : ', ')}
        </p>
      )}
      <p className={styles.policy}>
        <b>{m.policy}</b>
        {stage.policy[lang]}
      </p>
    </section>
  );
}
