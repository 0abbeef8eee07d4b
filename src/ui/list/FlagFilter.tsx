import { CheckOutlined } from '@ant-design/icons';
import styles from '#ui/list/Toolbar.module.css';

type Props = { title: string; value: true | undefined; onChange: (value: true | undefined) => void };

export function FlagFilter({ title, value, onChange }: Props) {
  return (
    <button
      type="button"
      aria-pressed={value === true}
      className={value ? `${styles.chip} ${styles.on}` : styles.chip}
      onClick={() => onChange(value ? undefined : true)}
    >
      {value && <CheckOutlined aria-hidden="true" />}
      <span>{title}</span>
    </button>
  );
}
