import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { advise, type AdviserAnswers } from '#method/adviser.ts';
import { efforts, purchases, trades, valueTypes, variables, type Variable } from '#method/adviser-words.ts';
import type { Words } from '#method/scales.ts';
import { adviserMessages } from '#adviser/adviser.messages.ts';
import styles from '#adviser/Adviser.module.css';
import { Matrix } from '#adviser/Matrix.tsx';
import { ResultCard } from '#adviser/ResultCard.tsx';
import { useAdvised } from '#adviser/useAdvised.tsx';
import { Chips } from '#ui/Chips.tsx';
import { playbookListQuery } from '#playbooks/playbooks.queries.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';

/** 选打法: a guided page; the advice stands beside the answers and follows each of them. */
export function AdviserPage() {
  const m = useMessages(adviserMessages);
  const lang = useLang();
  const search: { deal?: string; account?: string } = useSearch({ strict: false });
  const subject = useAdvised(search);
  const { data: books = [], error, refetch } = useQuery(playbookListQuery());
  const [typed, setTyped] = useState<AdviserAnswers>();
  const answers = typed ?? subject.known ?? {};
  const change = (next: AdviserAnswers) => setTyped({ ...answers, ...next });
  const advice = advise(
    answers,
    books.map(({ id }) => id),
  );
  const choices = <W extends Words>(words: W) =>
    Object.entries(words).map(([value, text]) => ({ value: value as keyof W & string, label: text[lang] }));
  /** A second tap takes the answer back. */
  const choose = <K extends keyof AdviserAnswers>(key: K, value: AdviserAnswers[K]) =>
    change({ [key]: answers[key] === value ? undefined : value });
  return (
    <div className={styles.page}>
      <PageHeader
        title={m.title}
        back={
          subject.deal
            ? { to: `/deals/${subject.deal.id}?tab=qualify`, label: subject.deal.name }
            : subject.account
              ? { to: `/accounts/${subject.account.id}`, label: subject.account.name }
              : { to: '/playbooks', label: m.back }
        }
        facts={<span>{m.lead}</span>}
      />
      <RefusalAlert error={error} onRetry={() => void refetch()} />
      <div className={styles.columns}>
        <div className={styles.questions}>
          <SectionCard title={`1 · ${m.valueTitle}`}>
            <Chips
              label={m.valueTitle}
              value={answers.valueType}
              chips={choices(valueTypes)}
              onChoose={(value) => choose('valueType', value)}
            />
          </SectionCard>
          <div className={styles.pair}>
            <SectionCard title={`2 · ${m.purchaseTitle}`}>
              <p className={styles.hint}>{m.purchaseHint}</p>
              <Matrix
                title={m.purchaseTitle}
                axes={{ x: m.substitution, y: m.importance }}
                quadrants={['leverage', 'partner', 'shop', 'manageRisk']}
                words={purchases}
                notes={m.notes}
                place={{ x: answers.substitution, y: answers.importance }}
                onPlace={({ x, y }) => change({ substitution: x, importance: y })}
              />
            </SectionCard>
            <SectionCard title={`3 · ${m.effortTitle}`}>
              <p className={styles.hint}>{m.effortHint}</p>
              <Matrix
                title={m.effortTitle}
                axes={{ x: m.ours, y: m.theirs }}
                quadrants={['exposed', 'enterprise', 'transactional', 'overInvestment']}
                words={efforts}
                notes={m.notes}
                place={{ x: answers.ours, y: answers.theirs }}
                onPlace={({ x, y }) => change({ ours: x, theirs: y })}
              />
            </SectionCard>
          </div>
          <SectionCard title={`4 · ${m.projectTitle}`}>
            <div className={styles.variables}>
              <span>{m.tradeTitle}</span>
              <Chips
                label={m.tradeTitle}
                value={answers.trade}
                chips={choices(trades)}
                onChoose={(value) => choose('trade', value)}
              />
              {(Object.keys(variables) as Variable[]).map((variable) => (
                <Row key={variable} name={m.variables[variable]}>
                  <Chips
                    label={m.variables[variable]}
                    value={answers[variable] as string | undefined}
                    chips={choices<Words>(variables[variable])}
                    onChoose={(value) => choose(variable, value as AdviserAnswers[Variable])}
                  />
                </Row>
              ))}
            </div>
          </SectionCard>
        </div>
        <ResultCard answers={answers} advice={advice} subject={subject} books={books} />
      </div>
    </div>
  );
}

function Row({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <>
      <span>{name}</span>
      {children}
    </>
  );
}
