import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearch } from '@tanstack/react-router';
import { comparedOver, spanKeys, spanOf } from '#funnel/spans.ts';
import { funnelMessages } from '#funnel/funnel.messages.ts';
import { OpenContext, type Opened } from '#funnel/opened.tsx';
import { funnelTabs, useFunnelFilters, type FunnelTab } from '#funnel/useFunnelFilters.tsx';
import { playbookListQuery } from '#playbooks/playbooks.queries.tsx';
import { useMessages } from '#ui/lang.tsx';
import { ListToolbar } from '#ui/list/ListToolbar.tsx';
import { useListState } from '#ui/list/useListState.tsx';
import { onDemand, useFetchSoon } from '#ui/onDemand.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { PageTabs } from '#ui/PageTabs.tsx';
import { useToday } from '#ui/session.tsx';
import { PageSkeleton } from '#ui/state/PageSkeleton.tsx';
import styles from '#funnel/Funnel.module.css';

const skeleton = <PageSkeleton />;
const FunnelPanel = onDemand(async () => (await import('#funnel/FunnelPanel.tsx')).FunnelPanel, skeleton);
const PipelinePanel = onDemand(async () => (await import('#funnel/PipelinePanel.tsx')).PipelinePanel, skeleton);
const ChangesPanel = onDemand(async () => (await import('#funnel/ChangesPanel.tsx')).ChangesPanel, skeleton);
const DealsDrawer = onDemand(async () => (await import('#funnel/DealsDrawer.tsx')).DealsDrawer);

/** What a panel is asked: the filters of the URL with the days that hold when it says none. */
export type Asked = { [name: string]: string | undefined };

/** 漏斗: the funnel now, the pipeline on any day, and the way between two days; all that it shows stands in the URL. */
export function FunnelPage() {
  useFetchSoon(DealsDrawer, PipelinePanel, ChangesPanel);
  const m = useMessages(funnelMessages);
  const today = useToday();
  const search: Record<string, unknown> = useSearch({ strict: false });
  const tab: FunnelTab = funnelTabs.find((one) => one === search['tab']) ?? 'funnel';
  const filters = useFunnelFilters(tab);
  const state = useListState(filters, []);
  const [opened, setOpened] = useState<Opened>();
  const { data: playbooks } = useQuery(playbookListQuery());
  const most = playbooks?.toSorted((one, other) => other.openDeals - one.openDeals)[0];
  const usual = tab === 'changes' ? comparedOver('quarter', today) : spanOf('year', today);
  const days = tab === 'pipeline' ? { on: usual.to } : usual;
  const defaults: Asked = { ...days, ...(tab === 'funnel' && { playbookId: most?.id }) };
  const asked: Asked = { ...defaults, ...(state.values as Asked) };
  const show = (next: FunnelTab) =>
    state.change({ tab: next === 'funnel' ? undefined : next, from: undefined, to: undefined, on: undefined });
  const shown = { ...state, values: asked as typeof state.values };
  return (
    <OpenContext value={setOpened}>
      <div className={styles.page}>
        <PageHeader title={m.title} facts={m.lead} />
        <PageTabs label={m.tabsLabel} tabs={funnelTabs} words={m.tabs} shown={tab} onShow={show} />
        <ListToolbar
          filters={filters}
          state={shown}
          columns={[]}
          toggled={nothing}
          onToggleColumn={() => undefined}
          acts={
            tab !== 'pipeline' && (
              <span className={styles.spans} role="group" aria-label={m.spansLabel}>
                {spanKeys.map((key) => {
                  const span = tab === 'changes' ? comparedOver(key, today) : spanOf(key, today);
                  const on = asked['from'] === span.from && asked['to'] === span.to;
                  return (
                    <button key={key} type="button" aria-pressed={on} onClick={() => state.change(span)}>
                      {m.spans[key]}
                    </button>
                  );
                })}
              </span>
            )
          }
        />
        {tab === 'funnel' && asked['playbookId'] && <FunnelPanel asked={asked} />}
        {tab === 'pipeline' && <PipelinePanel asked={asked} />}
        {tab === 'changes' && <ChangesPanel asked={asked} />}
        {opened && <DealsDrawer opened={opened} onClose={() => setOpened(undefined)} />}
      </div>
    </OpenContext>
  );
}

const nothing: ReadonlySet<string> = new Set();
