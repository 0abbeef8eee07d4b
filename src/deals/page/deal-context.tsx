import { createContext, use } from 'react';
import type { DealView } from '#deals/page/deal-view.ts';
import type { DealCommands } from '#deals/page/useDealCommands.tsx';

/** The deal that the page or sheet is about. `past`: as of a past moment; `readOnly`: that, or not ours to change. */
export type DealAt = { view: DealView; commands: DealCommands; readOnly: boolean; past: boolean };

export const DealContext = createContext<DealAt | null>(null);

export function useDeal(): DealAt {
  const deal = use(DealContext);
  if (!deal) throw new Error('useDeal needs a DealContext around it');
  return deal;
}
