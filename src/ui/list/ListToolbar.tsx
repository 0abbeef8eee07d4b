import { DownloadOutlined, FilterOutlined, LayoutOutlined } from '@ant-design/icons';
import { useRef, type ReactNode } from 'react';
import { useMessages } from '#ui/lang.tsx';
import { useLightDismiss } from '#ui/lightDismiss.tsx';
import type { Filters } from '#ui/list/filter.tsx';
import { FilterControl } from '#ui/list/FilterControl.tsx';
import { listMessages } from '#ui/list/list.messages.ts';
import type { ListState } from '#ui/list/useListState.tsx';
import { ViewMenu, type SavedViews } from '#ui/list/ViewMenu.tsx';
import { MenuButton } from '#ui/MenuButton.tsx';
import { useIsPhone } from '#ui/phone.tsx';
import styles from '#ui/list/Toolbar.module.css';

type Props<F extends Filters, Sort extends string> = {
  filters: F;
  state: ListState<F, Sort>;
  columns: readonly { key: string; title: string; choice?: 'shown' | 'hidden' }[];
  toggled: ReadonlySet<string>;
  onToggleColumn: (key: string) => void;
  views?: SavedViews;
  /** The list's name in /api/exports. */
  exports?: string;
  acts?: ReactNode;
};

/** Views and filters at the start; columns, export and further acts at the end. A phone keeps filters in a sheet. */
export function ListToolbar<F extends Filters, Sort extends string>(props: Props<F, Sort>) {
  const { filters, state, columns, toggled, views } = props;
  const m = useMessages(listMessages);
  const isPhone = useIsPhone();
  const keys = Object.keys(filters);
  const leading = keys.filter((key) => !isPhone || filters[key]?.leads);
  const hidden = keys.filter((key) => !leading.includes(key));
  const choosable = columns.filter((column) => column.choice);
  const download = (format: 'csv' | 'xlsx') =>
    location.assign(`/api/exports/${props.exports}?${new URLSearchParams({ ...state.search, format }).toString()}`);
  const controls = (some: string[]) =>
    some.map((key) => <FilterControl key={key} name={key} filter={filters[key]!} state={state} />);
  return (
    <div className={styles.bar}>
      {views && <ViewMenu views={views} state={state} />}
      {controls(leading)}
      {hidden.length > 0 && (
        <FilterSheet active={hidden.filter((key) => key in state.values).length}>{controls(hidden)}</FilterSheet>
      )}
      {state.filtered && !isPhone && (
        <button type="button" className={styles.quiet} onClick={() => state.replace({})}>
          {m.clear}
        </button>
      )}
      <div className={styles.end}>
        {choosable.length > 0 && !isPhone && (
          <MenuButton
            label={m.columns}
            className={styles.tool}
            button={<LayoutOutlined title={m.columns} />}
            groups={[
              {
                title: m.columns,
                items: choosable.map((column) => ({
                  key: column.key,
                  label: column.title,
                  checked: (column.choice === 'shown') !== toggled.has(column.key),
                  stays: true,
                  run: () => props.onToggleColumn(column.key),
                })),
              },
            ]}
          />
        )}
        {props.exports && (
          <MenuButton
            label={m.export}
            className={styles.tool}
            button={<DownloadOutlined title={m.export} />}
            groups={[
              {
                items: [
                  { key: 'xlsx', label: m.exportXlsx, run: () => download('xlsx') },
                  { key: 'csv', label: m.exportCsv, run: () => download('csv') },
                ],
              },
            ]}
          />
        )}
        {props.acts}
      </div>
    </div>
  );
}

function FilterSheet({ active, children }: { active: number; children: ReactNode }) {
  const m = useMessages(listMessages);
  const sheet = useRef<HTMLDialogElement>(null);
  useLightDismiss(sheet);
  return (
    <>
      <button
        type="button"
        aria-label={active > 0 ? `${m.filters} ${active}` : m.filters}
        className={active > 0 ? `${styles.chip} ${styles.on}` : styles.chip}
        onClick={() => sheet.current?.showModal()}
      >
        <FilterOutlined aria-hidden="true" />
        {active > 0 && <span>{active}</span>}
      </button>
      <dialog ref={sheet} className={styles.sheet} aria-label={m.filters}>
        <div className={styles.sheetItems}>{children}</div>
        <button type="button" className={styles.done} onClick={() => sheet.current?.close()}>
          {m.apply}
        </button>
      </dialog>
    </>
  );
}
