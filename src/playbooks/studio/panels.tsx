import type { ComponentType } from 'react';
import type { Text } from '#shared/messages.ts';

/** What other slices add to the studio: a tab with the text as it stands, the method and its newest version. */
export type StudioPanel = {
  readonly key: string;
  readonly label: Text;
  readonly Panel: ComponentType<StudioPanelProps>;
};
export type StudioPanelProps = { source: string; playbookId: string; version: number | null };

/** One line a panel; their code is fetched when they are first shown (`onDemand`). */
export const studioPanels: readonly StudioPanel[] = [];
