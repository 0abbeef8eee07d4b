import { DownOutlined } from '@ant-design/icons';
import { useMessages } from '#ui/lang.tsx';
import { listMessages } from '#ui/list/list.messages.ts';
import { MenuButton } from '#ui/MenuButton.tsx';
import styles from '#ui/list/Toolbar.module.css';

type Props<T extends string> = {
  title: string;
  options: readonly { value: T; label: string }[];
  chosen: readonly T[];
  several?: boolean;
  onToggle: (value: T) => void;
  onClear: () => void;
};

/** A chip that says what is chosen and opens the choices. */
export function ChoiceFilter<T extends string>({ title, options, chosen, several, onToggle, onClear }: Props<T>) {
  const m = useMessages(listMessages);
  const labels = options.filter((option) => chosen.includes(option.value)).map((option) => option.label);
  const first = labels[0];
  const told =
    first === undefined ? title : m.filterIs(title, labels.length > 1 ? m.several(first, labels.length) : first);
  return (
    <MenuButton
      label={told}
      align="start"
      className={first === undefined ? styles.chip : `${styles.chip} ${styles.on}`}
      button={
        <>
          <span>{told}</span>
          <DownOutlined aria-hidden="true" className={styles.caret} />
        </>
      }
      groups={[
        { items: [{ key: '', label: m.all, checked: chosen.length === 0, run: onClear }] },
        {
          items: options.map((option) => ({
            key: option.value,
            label: option.label,
            checked: chosen.includes(option.value),
            stays: several,
            run: () => onToggle(option.value),
          })),
        },
      ]}
    />
  );
}
