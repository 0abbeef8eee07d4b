import { qualifyMessages } from '#deals/qualify/qualify.messages.ts';
import type { EvaluationModel } from '#evaluation/evaluation.ts';
import { evaluationMessages } from '#evaluation/evaluation.messages.ts';
import { useMessages } from '#ui/lang.tsx';
import styles from '#deals/qualify/GradeTable.module.css';

type Props = { model: EvaluationModel; cell: readonly [row: number, column: number] | undefined };

/** The table that proposes, with the place where this deal stands. */
export function GradeTable({ model, cell }: Props) {
  const m = useMessages(qualifyMessages);
  const words = useMessages(evaluationMessages);
  const { nearDays, middleDays, likely, possible, table } = model.grading;
  const rowNotes = [words.upTo(nearDays), words.upTo(middleDays), words.beyond(middleDays)];
  const columnNotes = [words.from(likely), words.from(possible), words.under(possible)];
  return (
    <table className={styles.table} aria-label={m.tableLabel}>
      <thead>
        <tr>
          <th scope="col">{words.corner}</th>
          {words.columns.map((name, column) => (
            <th key={name} scope="col">
              {name}
              <small>{columnNotes[column]}</small>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.map((row, at) => (
          <tr key={words.rows[at]}>
            <th scope="row">
              {words.rows[at]}
              <small>{rowNotes[at]}</small>
            </th>
            {row.map((grade, column) => (
              <td
                key={words.columns[column]}
                data-grade={grade}
                aria-current={cell?.[0] === at && cell[1] === column ? 'true' : undefined}
              >
                {grade}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
