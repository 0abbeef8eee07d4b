import { createContext, use } from 'react';
import type { Day } from '#shared/day.ts';
import type { ChainCommands } from '#chain/chain.queries.tsx';
import type { Done } from '#chain/canvas/undo.ts';
import type { WantedChange } from '#chain/decide-change.ts';
import type { ChainScene, ChainSubject } from '#chain/page/chain-scene.ts';
import type { useChainSteps } from '#chain/page/useChainSteps.tsx';
import type { DealAt } from '#deals/page/deal-context.tsx';

/** What a change rests on. */
export type Ground = { evidenceId?: string | undefined; reason?: string | undefined };

/** The map that the screen is about. `deal`: the deal around it, none on an account's page. */
export type ChainAt = {
  readonly subject: ChainSubject;
  /** what the deal or account is called */
  readonly title: string;
  readonly scene: ChainScene;
  readonly commands: ChainCommands;
  /** Shown at once and taken back where it is refused; a step that can be undone. @throws the refusal */
  readonly change: (wanted: readonly WantedChange[], ground?: Ground) => Promise<Done>;
  readonly steps: ReturnType<typeof useChainSteps>;
  readonly refresh: () => Promise<unknown>;
  readonly readOnly: boolean;
  readonly today: Day;
  readonly deal: DealAt | null;
  readonly accountId: string | null;
  readonly openPerson: (id: string | undefined) => void;
};

export const ChainContext = createContext<ChainAt | null>(null);

export function useChain(): ChainAt {
  const chain = use(ChainContext);
  if (!chain) throw new Error('useChain needs a ChainContext around it');
  return chain;
}
