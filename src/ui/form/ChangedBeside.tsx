import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { differing } from '#ui/form/differing.ts';
import { formMessages } from '#ui/form/form.messages.ts';
import { useMessages } from '#ui/lang.tsx';
import styles from '#ui/form/FormDrawer.module.css';

/** The record as it is now, after someone else saved it. */
export type Latest<V> = { version: number; values: Partial<V> };

/** How a field is called, and how its value is shown when it is not plain text. */
export type FieldWords<V> = { [K in keyof V]?: { label: string; show?: (value: V[K] | undefined) => ReactNode } };

type Props<V extends object> = {
  latest: Latest<V>;
  mine: Partial<V>;
  fields?: FieldWords<V>;
  onTake: (key: keyof V & string) => void;
};

/** What was typed and what was saved meanwhile, side by side, where they disagree. */
export function ChangedBeside<V extends object>({ latest, mine, fields, onTake }: Props<V>) {
  const m = useMessages(formMessages);
  const [taken, setTaken] = useState<readonly string[]>([]);
  const keys = differing(mine, latest.values).filter((key) => !taken.includes(key));
  const shown = (key: keyof V & string, value: V[keyof V & string] | undefined): ReactNode => {
    if (value === undefined || value === null || value === '') return m.empty;
    return fields?.[key]?.show?.(value) ?? (typeof value === 'string' ? value : JSON.stringify(value));
  };
  if (keys.length === 0) return <p className={styles.beside}>{m.same}</p>;
  return (
    <div className={styles.beside}>
      <p>{m.changedBeside}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{m.field}</th>
            <th scope="col">{m.yours}</th>
            <th scope="col">{m.theirs}</th>
            <th scope="col">{m.take}</th>
          </tr>
        </thead>
        <tbody>
          {keys.map((key) => (
            <tr key={key}>
              <th scope="row">{fields?.[key]?.label ?? key}</th>
              <td>{shown(key, mine[key])}</td>
              <td>{shown(key, latest.values[key])}</td>
              <td>
                <Button
                  size="small"
                  onClick={() => {
                    onTake(key);
                    setTaken([...taken, key]);
                  }}
                >
                  {m.take}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
