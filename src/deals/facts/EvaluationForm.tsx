import { defaultScorecard, scoreDeal } from '#method/scorecard.ts';
import { messages } from '#method/method.messages.ts';
import { isComplete, withRating, withSheet } from '#deals/facts/evaluation.ts';
import { factMessages } from '#deals/facts/facts.messages.ts';
import { useDeal } from '#deals/page/deal-context.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';
import { failureMessages, wordsOf } from '#ui/refused.tsx';
import { toast } from '#ui/toast.tsx';
import styles from '#deals/facts/EvaluationForm.module.css';

const model = defaultScorecard;
const ratings = Array.from({ length: model.top + 1 }, (_, rating) => rating);

/** 评估表: is it worth our time. Every part is shown; what nobody knows counts for nothing and is what to ask next. */
export function EvaluationForm() {
  const m = useMessages(factMessages);
  const words = useMessages(messages);
  const failures = useMessages(failureMessages);
  const lang = useLang();
  const { view, commands, readOnly } = useDeal();
  const { lists } = view.page.deal.facts;
  const known = lists.ratings ?? [];
  const byItem = new Map(known.map((one) => [String(one.item), one.rating]));
  const score = scoreDeal(Object.fromEntries(byItem));
  const rate = (id: string, name: string, rating: number | null) => {
    const next = withRating(known, id, name, rating);
    const artifacts = lists.artifacts ?? [];
    const documents = withSheet(artifacts, isComplete(next), m.evaluationTitle);
    commands
      .recordFacts({
        lists: { ratings: [...next], ...(documents !== artifacts && { artifacts: [...documents] }) },
      })
      .catch((error: unknown) => toast(wordsOf(error, failures), { tone: 'bad' }));
  };
  return (
    <div className={styles.form}>
      <div className={styles.sum}>
        <strong data-verdict={score.asItStands}>{score.score}</strong>
        <div className={styles.scale} aria-hidden="true">
          <i className={styles.reach} style={{ width: `${score.ceiling}%` }} />
          <i className={styles.have} style={{ width: `${score.score}%` }} data-verdict={score.asItStands} />
          <i className={styles.mark} style={{ left: `${model.drop}%` }} />
          <i className={styles.mark} style={{ left: `${model.go}%` }} />
        </div>
        <span>
          {words.verdicts[score.verdict]}
          {score.unknown.length > 0 && <small>{m.ceiling(score.ceiling, score.unknown.length)}</small>}
        </span>
      </div>
      <ul className={styles.items}>
        {model.items.map(({ id, name, weight }) => (
          <li key={id}>
            <span className={styles.name}>
              {name[lang]}{' '}
              <small>
                {weight}%{!byItem.has(id) && ` · ${m.unknown}`}
              </small>
            </span>
            <span role="group" aria-label={name[lang]} className={styles.steps}>
              {ratings.map((rating) => (
                <button
                  key={rating}
                  type="button"
                  disabled={readOnly}
                  aria-pressed={byItem.get(id) === rating}
                  data-below={rating < (byItem.get(id) ?? -1) || undefined}
                  onClick={() => rate(id, name.zh, byItem.get(id) === rating ? null : rating)}
                >
                  {rating}
                </button>
              ))}
            </span>
          </li>
        ))}
      </ul>
      <p className={styles.hint}>{m.evaluationHint(model.top, model.go, model.drop)}</p>
    </div>
  );
}
