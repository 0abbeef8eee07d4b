import { useQuery } from '@tanstack/react-query';
import { messages } from '#method/method.messages.ts';
import { parkingAdvice } from '#method/parking.ts';
import { ratedScore } from '#method/scorecard-facts.ts';
import { modes } from '#method/adviser-words.ts';
import { useDeal } from '#deals/page/deal-context.tsx';
import { proposeGrade } from '#deals/qualify/grade-proposal.ts';
import { qualifyMessages } from '#deals/qualify/qualify.messages.ts';
import { useDealAdvice } from '#deals/qualify/useDealAdvice.tsx';
import { defaultEvaluation, gradingOf } from '#evaluation/evaluation.ts';
import { evaluationQuery } from '#evaluation/evaluation.queries.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';
import styles from '#deals/qualify/QualifyRail.module.css';

/** 值不值得做, in four lines; everything behind them is one tap away. */
export function QualifyRail({ onOpen }: { onOpen: () => void }) {
  const m = useMessages(qualifyMessages);
  const words = useMessages(messages);
  const lang = useLang();
  const { view } = useDeal();
  const { deal } = view.page;
  const advice = parkingAdvice(view.compiled, view.situation);
  const score = ratedScore(deal.facts);
  const model = useQuery(evaluationQuery()).data?.model ?? defaultEvaluation;
  const proposal = proposeGrade(deal, view.today, gradingOf(model));
  const found = useDealAdvice(deal);
  const yes = advice?.answers.filter(({ answer }) => answer === 'yes').length ?? 0;
  const proposed = 'grade' in proposal && proposal.grade !== deal.grade ? proposal.grade : undefined;
  const graded = deal.grade ?? m.ungraded;
  const lines = [
    advice && {
      name: m.railCriteria,
      value: m.criteriaNote(yes, advice.answers.length),
      tone: { opportunity: 'good', keepContact: 'warn', findOut: undefined }[advice.verdict],
    },
    {
      name: m.railScore,
      value: score ? `${m.score(score.score)} · ${words.verdicts[score.verdict]}` : m.unrated,
      tone: score && { go: 'good', lower: 'warn', drop: 'warn', unfinished: undefined }[score.verdict],
    },
    {
      name: m.railGrade,
      value: proposed ? `${graded} · ${m.proposed(proposed)}` : graded,
      tone: proposed && !deal.facts.values['deal.gradeReason'] ? 'warn' : undefined,
    },
    found && {
      name: m.railMode,
      value: `${modes[found.advice.mode][lang]}${found.match ? ` · ${m.railMatch[found.match]}` : ''}`,
      tone: found.match && { fits: 'good', waste: 'warn', risk: 'warn', another: undefined }[found.match],
    },
  ].filter((line) => line !== undefined);
  return (
    <SectionCard
      title={m.rail}
      acts={
        <button type="button" className={styles.open} onClick={onOpen}>
          {m.open}
        </button>
      }
    >
      <dl className={styles.lines}>
        {lines.map(({ name, value, tone }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd data-tone={tone}>{value}</dd>
          </div>
        ))}
      </dl>
    </SectionCard>
  );
}
