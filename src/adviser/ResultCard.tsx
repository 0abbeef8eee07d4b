import { WarningFilled } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import type { Advice, AdviserAnswers } from '#method/adviser.ts';
import { advisedPlaybooks, modeAdds, modes, type AdvisedPlaybook } from '#method/adviser-words.ts';
import { adviserMessages } from '#adviser/adviser.messages.ts';
import styles from '#adviser/Adviser.module.css';
import type { Advised } from '#adviser/useAdvised.tsx';
import type { Text } from '#shared/messages.ts';
import { useLang, useMessages } from '#ui/lang.tsx';
import { onDemand } from '#ui/onDemand.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';

// Its form is for who wants to keep the result.
const KeepResult = onDemand(async () => (await import('#adviser/KeepResult.tsx')).KeepResult);

type Book = { id: string; version: number; name: Text };
type Props = { answers: AdviserAnswers; advice: Advice; subject: Advised; books: readonly Book[] };

/** The advice: which way, why, what came next, what to beware of; then where to keep it. */
export function ResultCard({ answers, advice, subject, books }: Props) {
  const m = useMessages(adviserMessages);
  const lang = useLang();
  if (advice.answered === 0) {
    return (
      <div className={styles.result}>
        <SectionCard title={m.result}>
          <p className={styles.hint}>{m.nothing}</p>
        </SectionCard>
      </div>
    );
  }
  const nameOf = (id: AdvisedPlaybook) =>
    books.find((book) => book.id === id)?.name[lang] ?? advisedPlaybooks[id][lang];
  const chosen = advice.advised ?? advice.best;
  const installed = books.find(({ id }) => id === chosen);
  const { reasons } = advice.ranking.find(({ playbook }) => playbook === chosen)!;
  const most = advice.ranking[0]!.points || 1;
  const { runnerUp } = advice;
  return (
    <div className={styles.result} aria-live="polite">
      <SectionCard title={m.result} note={m.answered(advice.answered)}>
        <p className={styles.advised}>
          {installed ? (
            <Link to={`/playbooks/${chosen}/${installed.version}`}>{m.use(nameOf(chosen))}</Link>
          ) : (
            m.use(nameOf(chosen))
          )}
          <span>{modes[advice.mode][lang]}</span>
        </p>
        {advice.best !== advice.advised && (
          <p className={styles.lacking}>
            {advice.advised
              ? m.lacking(nameOf(advice.best), nameOf(advice.advised))
              : m.lackingAll(nameOf(advice.best))}
          </p>
        )}
        {advice.warnings.map((warning) => (
          <p key={warning} className={styles.warning}>
            <WarningFilled aria-hidden="true" /> {m.warnings[warning]}
          </p>
        ))}
        <p className={styles.adds}>{modeAdds[advice.mode][lang]}</p>
        {reasons.length > 0 && (
          <>
            <h3>{m.why}</h3>
            <ul className={styles.reasons}>
              {reasons.slice(0, 4).map((reason) => (
                <li key={reason.zh}>{reason[lang]}</li>
              ))}
            </ul>
          </>
        )}
        {runnerUp && (
          <>
            <h3>
              {runnerUp.whyNot.length > 0
                ? m.runnerUp(nameOf(runnerUp.playbook))
                : m.runnerUpEven(nameOf(runnerUp.playbook))}
            </h3>
            <ul className={styles.reasons}>
              {runnerUp.whyNot.map((reason) => (
                <li key={reason.zh}>{reason[lang]}</li>
              ))}
            </ul>
          </>
        )}
        <h3>{m.ranking}</h3>
        <ul className={styles.ranking}>
          {advice.ranking.map(({ playbook, points }) => (
            <li key={playbook} data-chosen={playbook === chosen || undefined}>
              <span>
                {nameOf(playbook)}
                {!books.some(({ id }) => id === playbook) && <small> {m.notInstalled}</small>}
              </span>
              <i aria-hidden="true">
                <b style={{ width: `${(100 * points) / most}%` }} />
              </i>
              <em>{points}</em>
            </li>
          ))}
        </ul>
        <h3>{m.check}</h3>
        <p className={styles.hint}>{m.checks}</p>
      </SectionCard>
      <KeepResult answers={answers} subject={subject} playbookId={installed?.id} />
    </div>
  );
}
