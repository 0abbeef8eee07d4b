import type { ComponentType } from 'react';
import type { Text } from '#shared/messages.ts';
import { onDemand } from '#ui/onDemand.tsx';

/** What other slices add to the studio: a tab with the text as it stands, the method and its newest version. */
export type StudioPanel = {
  readonly key: string;
  readonly label: Text;
  readonly Panel: ComponentType<StudioPanelProps>;
};
export type StudioPanelProps = { source: string; playbookId: string; version: number | null };

const Simulation = onDemand(async () => (await import('#deals/moving/SimulationPanel.tsx')).SimulationPanel);
const Migration = onDemand(async () => (await import('#deals/moving/MigrationPanel.tsx')).MigrationPanel);

/** Their code is fetched when they are first shown. */
export const studioPanels: readonly StudioPanel[] = [
  {
    key: 'simulate',
    label: { zh: '模拟', en: 'Simulate' },
    Panel: ({ source, playbookId }) => <Simulation source={source} playbookId={playbookId} />,
  },
  {
    key: 'migrate',
    label: { zh: '迁移', en: 'Migrate' },
    Panel: ({ playbookId }) => <Migration playbookId={playbookId} />,
  },
];
