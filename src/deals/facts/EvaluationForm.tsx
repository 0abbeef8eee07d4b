import { useQuery } from '@tanstack/react-query';
import { modelOf, underModel } from '#method/scorecard-facts.ts';
import { scoreDeal } from '#method/scorecard.ts';
import { messages } from '#method/method.messages.ts';
import { isComplete, withRating, withSheet } from '#deals/facts/evaluation.ts';
import { factMessages } from '#deals/facts/facts.messages.ts';
import { RatingSteps } from '#deals/facts/RatingSteps.tsx';
import { scorecardOf } from '#evaluation/evaluation.ts';
import { evaluationMessages } from '#evaluation/evaluation.messages.ts';
import { evaluationQuery } from '#evaluation/evaluation.queries.tsx';
import { useDeal } from '#deals/page/deal-context.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';
import { failureMessages, wordsOf } from '#ui/refused.tsx';
import { toast } from '#ui/toast.tsx';
import styles from '#deals/facts/EvaluationForm.module.css';

/** 评估表: is it worth our time. Every part is shown; what nobody knows counts for nothing and is what to ask next. */
export function EvaluationForm() {
  const m = useMessages(factMessages);
  const words = useMessages(messages);
  const models = useMessages(evaluationMessages);
  const failures = useMessages(failureMessages);
  const lang = useLang();
  const { view, commands, readOnly } = useDeal();
  const { facts } = view.page.deal;
  const { lists } = facts;
  const held = useQuery(evaluationQuery()).data;
  const known = lists.ratings ?? [];
  const inForce = held && scorecardOf(held.model);
  const model = lists.ratings || !inForce ? modelOf(facts) : inForce;
  const madeUnder = facts.values['scorecard.model'] ?? 0;
  const older = lists.ratings !== undefined && held !== undefined && held.version !== madeUnder;
  const byItem = new Map(known.map((one) => [String(one.item), one.rating]));
  const score = scoreDeal(Object.fromEntries(byItem), model);
  const keep = (rated: (ratings: typeof known) => typeof known) => {
    commands
      .recordFacts(
        (now) => {
          const next = rated(now.lists.ratings ?? []);
          const artifacts = now.lists.artifacts ?? [];
          const documents = withSheet(artifacts, isComplete(next, inForce ?? model), m.evaluationTitle);
          return { lists: { ratings: [...next], ...(documents !== artifacts && { artifacts: [...documents] }) } };
        },
        (then) => (held && inForce ? underModel(then, held.version, inForce) : then),
      )
      .catch((error: unknown) => toast(wordsOf(error, failures), { tone: 'bad' }));
  };
  const rate = (id: string, name: string, rating: number | null) =>
    keep((ratings) => withRating(ratings, id, name, rating));
  return (
    <div className={styles.form}>
      <div className={styles.sum}>
        <strong data-verdict={known.length > 0 ? score.asItStands : undefined}>
          {known.length > 0 ? score.score : '–'}
        </strong>
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
                {m.weighs(weight)}
                {!byItem.has(id) && ` · ${m.unknown}`}
              </small>
            </span>
            <RatingSteps
              label={name[lang]}
              top={model.top}
              value={byItem.get(id)}
              readOnly={readOnly}
              onRate={(rating) => rate(id, name.zh, rating)}
            />
          </li>
        ))}
      </ul>
      <p className={styles.hint}>
        {m.evaluationHint(model.top, model.go, model.drop)} {known.length > 0 && models.madeUnder(madeUnder)}
      </p>
      {older && (
        <p className={styles.older}>
          {models.newer(held.version)}
          {!readOnly && (
            <button type="button" onClick={() => keep((ratings) => ratings)}>
              {models.rateAgain}
            </button>
          )}
        </p>
      )}
    </div>
  );
}
