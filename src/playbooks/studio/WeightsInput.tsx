import { InputNumber } from 'antd';
import { strengths, strengthWeights } from '#method/evidence.ts';
import { messages } from '#method/method.messages.ts';
import { isRecord, type Path } from '#method/rule-problems.ts';
import { useDesk } from '#playbooks/studio/desk.tsx';
import { rootOf } from '#playbooks/studio/outline.ts';
import { valueAt } from '#playbooks/studio/place.ts';
import { useMessages } from '#ui/lang.tsx';
import styles from '#playbooks/studio/Form.module.css';

/** A share for each way in which evidence comes; what is left empty stands there faintly, as it counts then. */
export function WeightsInput({ path, label }: { path: Path; label: string }) {
  const words = useMessages(messages);
  const { raw, edit, readOnly } = useDesk();
  const own = weightsIn(valueAt(raw, path));
  const above = path.length > 1 ? weightsIn(rootOf(raw).value.weights) : {};
  const set = (strength: string, percent: number | null) => {
    const { [strength]: _before, ...others } = own;
    const next = percent === null ? others : { ...others, [strength]: percent / 100 };
    const inOrder = strengths.flatMap((one) => (next[one] === undefined ? [] : [[one, next[one]] as const]));
    const value = inOrder.length > 0 ? Object.fromEntries(inOrder) : undefined;
    edit([value ? { op: 'set', path, value } : { op: 'remove', path }], path.join('.'));
  };
  return (
    <div className={styles.weights}>
      {strengths.map((strength) => (
        <label key={strength}>
          {words.strengths[strength]}
          <InputNumber
            aria-label={`${label} · ${words.strengths[strength]}`}
            disabled={readOnly}
            min={0}
            max={100}
            precision={0}
            controls={false}
            suffix="%"
            value={own[strength] === undefined ? null : Math.round(100 * own[strength])}
            placeholder={String(Math.round(100 * (above[strength] ?? strengthWeights[strength])))}
            onChange={(percent) => set(strength, percent)}
          />
        </label>
      ))}
    </div>
  );
}

function weightsIn(raw: unknown): { readonly [strength: string]: number } {
  if (!isRecord(raw)) return {};
  return Object.fromEntries(
    Object.entries(raw).filter((entry): entry is [string, number] => typeof entry[1] === 'number'),
  );
}
