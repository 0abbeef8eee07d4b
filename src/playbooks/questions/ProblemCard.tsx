import { buyingRoles, type QuestionKind, questionKinds } from '#method/scales.ts';
import { QuestionLines } from '#playbooks/questions/QuestionLines.tsx';
import { questionMessages } from '#playbooks/questions/questions.messages.ts';
import type { Bank } from '#playbooks/questions/questions.queries.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';
import styles from '#playbooks/questions/ProblemCard.module.css';

/** One problem of a trade: who feels it, and what to ask, from how things stand to what it would be worth. */
export function ProblemCard({ problem }: { problem: Bank['problems'][number] }) {
  const m = useMessages(questionMessages);
  const lang = useLang();
  const roles = problem.ask.map((role) => buyingRoles[role][lang]).join(lang === 'zh' ? '、' : ', ');
  const byKind = [...Map.groupBy(problem.questions, ({ kind }) => kind)] as [QuestionKind, typeof problem.questions][];
  return (
    <section className={styles.card} aria-labelledby={problem.id}>
      <header>
        <h3 id={problem.id}>{problem.name[lang]}</h3>
        <span>{m.ask(roles)}</span>
        <p>{problem.about[lang]}</p>
      </header>
      <div className={styles.kinds}>
        {byKind.map(([kind, questions]) => (
          <div key={kind} className={styles.kind}>
            <h4 title={m.kinds[kind]}>{questionKinds[kind][lang]}</h4>
            <QuestionLines questions={questions} />
          </div>
        ))}
      </div>
    </section>
  );
}
