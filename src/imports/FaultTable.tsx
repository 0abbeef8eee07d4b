import { DownloadOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { headerOf } from '#imports/card-columns.ts';
import type { Import } from '#imports/import-record.ts';
import { imports } from '#imports/imports.queries.tsx';
import { useImportMessages } from '#imports/useImportMessages.tsx';
import { useText } from '#ui/lang.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';
import styles from '#imports/Import.module.css';

const SHOWN = 20;
const MOST_COLUMNS = 4;

/** The first rows that are not taken, with all that is wrong with each; the sheet has them all. */
export function FaultTable({ one }: { one: Import }) {
  const m = useImportMessages(one);
  const text = useText();
  // Those of the last check are not those of the next, nor of the import.
  const { data, error } = useQuery({
    ...imports.faults.queryOptions({ input: { id: one.id, limit: SHOWN } }),
    staleTime: 0,
    gcTime: 0,
  });
  const title = one.state === 'checked' ? m.faults : m.faultsLeft;
  const labelOf = (key: string) => {
    const target = one.targets.find((other) => other.key === key);
    return target ? text(target) : '';
  };
  // The first columns that say something of one of these rows, so that each can be told by them.
  const columns = (one.layout?.columns ?? [])
    .map(({ header }, at) => ({ header: text(headerOf(one.layout!, header)), at }))
    .filter(({ at }) => data?.rows.some(({ cells }) => cells[at]?.trim()))
    .slice(0, MOST_COLUMNS);
  return (
    <SectionCard
      title={title}
      flush
      acts={
        <Button type="text" icon={<DownloadOutlined />} href={`/api/imports/${one.id}/faults.xlsx`}>
          {m.downloadFaults}
        </Button>
      }
    >
      <RefusalAlert error={error} />
      {/* It scrolls: by keyboard it must be reached to be scrolled. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={styles.scroll} role="region" aria-label={title} tabIndex={0}>
        <table className={styles.faults}>
          <thead>
            <tr>
              <th scope="col">{m.faultRow}</th>
              <th scope="col">{m.faultWhy}</th>
              {columns.map(({ header, at }) => (
                <th key={at} scope="col">
                  {header}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {data?.rows.map((fault) => (
              <tr key={fault.row}>
                <td>{fault.row}</td>
                <td>
                  <ul>
                    {fault.issues.map(({ target, message }) => (
                      <li key={`${target} ${message}`}>
                        {labelOf(target) && <strong>{labelOf(target)}</strong>} {message}
                      </li>
                    ))}
                  </ul>
                </td>
                {columns.map(({ at }) => (
                  <td key={at}>{fault.cells[at]}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </SectionCard>
  );
}
