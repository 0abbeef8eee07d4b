import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { type QuestionKind, questionKinds } from '#method/scales.ts';
import { QuestionLines } from '#playbooks/questions/QuestionLines.tsx';
import { questionMessages } from '#playbooks/questions/questions.messages.ts';
import { questionsQuery } from '#playbooks/questions/questions.queries.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';
import { ChoiceFilter } from '#ui/list/ChoiceFilter.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import { SkeletonLines } from '#ui/state/PageSkeleton.tsx';
import styles from '#playbooks/questions/QuestionPicks.module.css';

type Props = {
  kind: QuestionKind;
  account: string | null;
  /** the account's industry as people typed it */
  trade: string | null;
};

/** The bank's questions of one kind for the account's industry; both may be changed. */
export function QuestionPicks({ kind: wanted, account, trade }: Props) {
  const m = useMessages(questionMessages);
  const lang = useLang();
  const [kind, setKind] = useState(wanted);
  const [chosen, setChosen] = useState<string>();
  const asked = chosen === undefined ? { trade: trade?.slice(0, 60) ?? '' } : { industry: chosen };
  const { data, error, refetch } = useQuery({ ...questionsQuery({ ...asked, kind }), placeholderData: (last) => last });
  if (error) return <RefusalAlert error={error} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonLines lines={8} />;
  const industry = chosen ?? data.industry ?? undefined;
  const name = data.industries.find(({ id }) => id === industry)?.name[lang] ?? '';
  const kinds = Object.keys(questionKinds) as QuestionKind[];
  return (
    <div className={styles.picks}>
      <div className={styles.bar}>
        <ChoiceFilter
          title={m.industry}
          options={data.industries.map((one) => ({ value: one.id, label: one.name[lang] }))}
          chosen={industry ? [industry] : []}
          onToggle={setChosen}
          onClear={() => setChosen(undefined)}
        />
        <ChoiceFilter
          title={m.kind}
          options={kinds.map((one) => ({ value: one, label: questionKinds[one][lang] }))}
          chosen={[kind]}
          onToggle={setKind}
          onClear={() => setKind(wanted)}
        />
      </div>
      {chosen === undefined && <p className={styles.note}>{trade && account ? m.moreFor(account, name) : m.moreAny}</p>}
      <p className={styles.note}>{m.kinds[kind]}</p>
      {data.problems.map((problem) => (
        <section key={problem.id} aria-labelledby={`pick-${problem.id}`}>
          <h3 id={`pick-${problem.id}`}>{problem.name[lang]}</h3>
          <QuestionLines questions={problem.questions} />
        </section>
      ))}
      <Link to="/playbooks/questions" search={{ industry }} className={styles.all}>
        {m.wholeBank} →
      </Link>
    </div>
  );
}
