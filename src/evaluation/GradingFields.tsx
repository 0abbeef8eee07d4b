import { Form, InputNumber, Select } from 'antd';
import { grades } from '#method/scales.ts';
import { evaluationMessages } from '#evaluation/evaluation.messages.ts';
import { useMessages } from '#ui/lang.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';
import styles from '#evaluation/Evaluation.module.css';

const lines = [
  ['nearDays', 'near', 3650],
  ['middleDays', 'middle', 3650],
  ['likely', 'likely', 100],
  ['possible', 'possible', 100],
] as const;

/** Where near ends and likely begins, and the grade of each meeting of the two. */
export function GradingFields() {
  const m = useMessages(evaluationMessages);
  const needed = [{ required: true, message: m.needed }];
  return (
    <SectionCard title={m.grading}>
      <div className={styles.fields}>
        {lines.map(([field, word, most]) => (
          <Form.Item key={field} name={['model', 'grading', field]} label={m[word]} rules={needed}>
            <InputNumber controls={false} min={1} max={most} precision={0} />
          </Form.Item>
        ))}
      </div>
      <table className={styles.grades}>
        <thead>
          <tr>
            <th scope="col">{m.corner}</th>
            {m.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {m.rows.map((row, at) => (
            <tr key={row}>
              <th scope="row">{row}</th>
              {m.columns.map((column, index) => (
                <td key={column}>
                  <Form.Item name={['model', 'grading', 'table', at, index]} noStyle>
                    <Select
                      aria-label={m.cell(row, column)}
                      options={Object.keys(grades).map((value) => ({ value, label: value }))}
                    />
                  </Form.Item>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </SectionCard>
  );
}
