import { DownOutlined } from '@ant-design/icons';
import { lazy, Suspense, useState } from 'react';
import { useMessages } from '#ui/lang.tsx';
import type { Filters } from '#ui/list/filter.tsx';
import { listMessages } from '#ui/list/list.messages.ts';
import { sameSearch } from '#ui/list/url-state.ts';
import type { ListState } from '#ui/list/useListState.tsx';
import { MenuButton, type MenuGroup } from '#ui/MenuButton.tsx';
import { failureMessages, wordsOf } from '#ui/refused.tsx';
import { toast } from '#ui/toast.tsx';
import styles from '#ui/list/Toolbar.module.css';

// Asked for seldom, and brings antd's input along.
const SaveViewDialog = lazy(async () => ({ default: (await import('#ui/list/SaveViewDialog.tsx')).SaveViewDialog }));

export type SavedView = { id: string; name: string; search: Record<string, string>; mine?: boolean };

/** Where views are kept is the slice's matter. */
export type SavedViews = {
  list: readonly SavedView[];
  save: (name: string, search: Record<string, string>) => Promise<void>;
  remove: (id: string) => Promise<void>;
};

type Props<F extends Filters, Sort extends string> = { views: SavedViews; state: ListState<F, Sort> };

/** Filters under a name: choose one, keep the present ones, drop an own one. */
export function ViewMenu<F extends Filters, Sort extends string>({ views, state }: Props<F, Sort>) {
  const m = useMessages(listMessages);
  const failures = useMessages(failureMessages);
  const [asking, setAsking] = useState(false);
  const bare = Object.keys(state.search).length === 0;
  const current = views.list.find((view) => sameSearch(view.search, state.search));
  const told = current?.name ?? (bare ? m.allRecords : m.views);
  const choose: MenuGroup = {
    items: [
      { key: '', label: m.allRecords, checked: bare, run: () => state.replace({}) },
      ...views.list.map((view) => ({
        key: view.id,
        label: view.name,
        checked: view === current,
        run: () => state.replace(view.search),
      })),
    ],
  };
  const groups = [choose];
  if (!bare && !current) groups.push({ items: [{ key: 'save', label: m.saveView, run: () => setAsking(true) }] });
  if (current?.mine) {
    const remove = () =>
      void views.remove(current.id).catch((error: unknown) => toast(wordsOf(error, failures), { tone: 'bad' }));
    groups.push({ items: [{ key: 'remove', label: m.removeView(current.name), danger: true, run: remove }] });
  }
  return (
    <>
      <MenuButton
        label={m.filterIs(m.views, told)}
        align="start"
        className={styles.view}
        groups={groups}
        button={
          <>
            <strong>{told}</strong>
            <DownOutlined aria-hidden="true" className={styles.caret} />
          </>
        }
      />
      {asking && (
        <Suspense fallback={null}>
          <SaveViewDialog save={(name) => views.save(name, state.search)} onClose={() => setAsking(false)} />
        </Suspense>
      )}
    </>
  );
}
