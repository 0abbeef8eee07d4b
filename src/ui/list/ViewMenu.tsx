import { DownOutlined } from '@ant-design/icons';
import { useState } from 'react';
import { useMessages } from '#ui/lang.tsx';
import type { Filters } from '#ui/list/filter.tsx';
import { listMessages } from '#ui/list/list.messages.ts';
import { sameSearch } from '#ui/list/url-state.ts';
import type { ListState } from '#ui/list/useListState.tsx';
import { MenuButton, type MenuGroup, type MenuItem } from '#ui/MenuButton.tsx';
import { onDemand } from '#ui/onDemand.tsx';
import { failureMessages, wordsOf } from '#ui/refused.tsx';
import { toast } from '#ui/toast.tsx';
import styles from '#ui/list/Toolbar.module.css';

// Asked for seldom, and brings antd's input along.
const SaveViewDialog = onDemand(async () => (await import('#ui/list/SaveViewDialog.tsx')).SaveViewDialog);

export type SavedView = {
  id: string;
  name: string;
  search: Record<string, string>;
  /** The reader's own: hers to change and delete. */
  mine?: boolean;
  shared?: boolean;
  /** The list opens with it. */
  isDefault?: boolean;
  /** Who shares it; absent for the reader's own. */
  by?: string;
};

/** Where views are kept is the slice's matter. */
export type SavedViews = {
  list: readonly SavedView[];
  save: (name: string, search: Record<string, string>, shared: boolean) => Promise<void>;
  change: (id: string, change: { name?: string; shared?: boolean }) => Promise<void>;
  remove: (id: string) => Promise<void>;
  setDefault: (id: string | null) => Promise<void>;
};

type Props<F extends Filters, Sort extends string> = { views: SavedViews; state: ListState<F, Sort> };

/** Filters under a name: choose one, keep the present ones, share, rename or drop an own one, open the list with one. */
export function ViewMenu<F extends Filters, Sort extends string>({ views, state }: Props<F, Sort>) {
  const m = useMessages(listMessages);
  const failures = useMessages(failureMessages);
  const [asking, setAsking] = useState<'save' | 'rename'>();
  const bare = Object.keys(state.search).length === 0;
  const current = views.list.find((view) => sameSearch(view.search, state.search));
  const told = current?.name ?? (bare ? m.allRecords : m.views);
  const doing = (work: Promise<void>) =>
    void work.catch((error: unknown) => toast(wordsOf(error, failures), { tone: 'bad' }));
  const choice = (view: SavedView): MenuItem => ({
    key: view.id,
    label: view.by ? `${view.name} · ${view.by}` : view.name,
    checked: view === current,
    run: () => state.replace(view.search),
  });
  const groups: MenuGroup[] = [
    {
      items: [
        { key: '', label: m.allRecords, checked: bare && !current, run: () => state.replace({}) },
        ...views.list.filter(({ mine }) => mine).map(choice),
      ],
    },
    { title: m.sharedViews, items: views.list.filter(({ mine }) => !mine).map(choice) },
    { items: actsOn(current) },
  ];
  function actsOn(view: SavedView | undefined): MenuItem[] {
    if (!view) return bare ? [] : [{ key: 'save', label: m.saveView, run: () => setAsking('save') }];
    const { id, name, shared, isDefault = false } = view;
    const common: MenuItem = {
      key: 'default',
      label: m.defaultView,
      checked: isDefault,
      stays: true,
      run: () => doing(views.setDefault(isDefault ? null : id)),
    };
    if (!view.mine) return [common];
    return [
      common,
      {
        key: 'share',
        label: m.shareView,
        checked: shared === true,
        stays: true,
        run: () => doing(views.change(id, { shared: !shared })),
      },
      { key: 'rename', label: m.renameView, run: () => setAsking('rename') },
      { key: 'remove', label: m.removeView(name), danger: true, run: () => doing(views.remove(id)) },
    ];
  }
  return (
    <>
      <MenuButton
        label={m.filterIs(m.views, told)}
        align="start"
        className={styles.view}
        groups={groups.filter(({ items }) => items.length > 0)}
        button={
          <>
            <strong>{told}</strong>
            <DownOutlined aria-hidden="true" className={styles.caret} />
          </>
        }
      />
      {asking && (
        <SaveViewDialog
          title={asking === 'save' ? m.saveView : m.renameView}
          name={asking === 'save' ? '' : (current?.name ?? '')}
          mayShare={asking === 'save'}
          save={(name, shared) =>
            asking === 'rename' && current ? views.change(current.id, { name }) : views.save(name, state.search, shared)
          }
          onClose={() => setAsking(undefined)}
        />
      )}
    </>
  );
}
