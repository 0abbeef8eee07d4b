import { CloseOutlined } from '@ant-design/icons';
import styles from '#ui/list/DayFilter.module.css';
import { dayCodec } from '#ui/list/codec.ts';
import type { Control, Filter } from '#ui/list/filter.tsx';
import { listMessages } from '#ui/list/list.messages.ts';
import { useMessages } from '#ui/lang.tsx';

/** A day as a filter: the browser's own calendar behind a chip. */
export function dayFilter(title: string): Filter<string> {
  return { title, codec: dayCodec, control: (at) => <DayFilter {...at} /> };
}

function DayFilter({ title, value, onChange }: Control<string>) {
  const m = useMessages(listMessages);
  return (
    <span className={styles.chip} data-on={value !== undefined || undefined}>
      <label>
        <span>{title}</span>
        <input
          type="date"
          aria-label={title}
          value={value ?? ''}
          onChange={(event) => onChange(event.target.value || undefined)}
        />
      </label>
      {value !== undefined && (
        <button type="button" aria-label={m.clearOne(title)} onClick={() => onChange(undefined)}>
          <CloseOutlined />
        </button>
      )}
    </span>
  );
}
