import { Form, InputNumber } from 'antd';
import { scorecardItems } from '#method/scorecard.ts';
import type { EvaluationModel } from '#evaluation/evaluation.ts';
import { evaluationMessages } from '#evaluation/evaluation.messages.ts';
import { useLang, useMessages } from '#ui/lang.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';
import styles from '#evaluation/Evaluation.module.css';

/** What is rated, and how much of the whole each item is. */
export function WeightFields() {
  const m = useMessages(evaluationMessages);
  const lang = useLang();
  const weights: Partial<EvaluationModel['weights']> = Form.useWatch(['model', 'weights']) ?? {};
  const total = Object.values(weights).reduce((sum, weight) => sum + (weight ?? 0), 0);
  return (
    <SectionCard title={m.weights} note={m.total(total)}>
      <p className={styles.hint}>{m.weightsHint}</p>
      <ul className={styles.weights}>
        {Object.entries(scorecardItems).map(([id, name]) => {
          const weight = weights[id as keyof typeof scorecardItems] ?? 0;
          const percent = total === 0 ? 0 : Math.round((100 * weight) / total);
          return (
            <li key={id}>
              <label htmlFor={`model_weights_${id}`}>{name[lang]}</label>
              <span className={styles.bar} aria-hidden="true">
                <i style={{ width: `${Math.min(100, percent * 2.5)}%` }} />
              </span>
              <small>{weight === 0 ? m.off : m.share(percent)}</small>
              <Form.Item name={['model', 'weights', id]} noStyle rules={[{ required: true, message: m.needed }]}>
                <InputNumber controls={false} min={0} max={100} precision={0} />
              </Form.Item>
            </li>
          );
        })}
      </ul>
    </SectionCard>
  );
}
