import { createContext, useContext } from 'react';
import type { Id } from '#shared/id.ts';
import type { Speech } from '#chain/canvas/card-words.ts';

/** What a card can ask of the canvas that it stands on. It stays the same while one looks, so that cards are not drawn anew. */
export type CanvasActs = {
  readonly speech: Speech;
  readonly canEdit: boolean;
  readonly open: (id: Id) => void;
  readonly addUnder: (id: Id) => void;
  readonly connectFrom: (id: Id) => void;
  readonly remove: (id: Id) => void;
  readonly removeLine: (id: Id) => void;
  readonly fold: (id: Id) => void;
  readonly called: (id: Id) => string;
};

const Acts = createContext<CanvasActs | null>(null);
export const CanvasActsProvider = Acts.Provider;

export function useCanvasActs(): CanvasActs {
  const acts = useContext(Acts);
  if (!acts) throw new Error('A card stands on a canvas only.');
  return acts;
}
