import { createContext, use } from 'react';
import type { ClientOf } from '#ui/client.tsx';
import type { funnelContract } from '#funnel/funnel.contract.ts';

type Client = ClientOf<typeof funnelContract>;
type InputOf<E extends 'deals' | 'pipelineDeals' | 'changeDeals'> = Omit<
  Parameters<Client[E]>[0],
  'after' | 'limit' | 'sort' | 'order'
>;

/** A number that is opened: which endpoint tells its deals, and what it is asked. */
export type Opened = { title: string } & (
  | { of: 'deals'; asked: InputOf<'deals'> }
  | { of: 'pipelineDeals'; asked: InputOf<'pipelineDeals'> }
  | { of: 'changeDeals'; asked: InputOf<'changeDeals'> }
);

export const OpenContext = createContext<(opened: Opened) => void>(() => undefined);
/** Opens the deals behind a number. */
export const useOpenDeals = () => use(OpenContext);
