import { createContext, use } from 'react';
import type { ReviewPage } from '#reviews/review-page.ts';

export type ReviewView = {
  page: ReviewPage;
  /** May be written into now: by this person, and not over. */
  writable: boolean;
  /** Asks again what the others have written meanwhile. */
  refresh: () => Promise<unknown>;
  /** Sends a command: its refusal becomes a toast. @returns whether it was carried out */
  send: (command: () => Promise<unknown>) => Promise<boolean>;
};

export const ReviewContext = createContext<ReviewView | null>(null);

export function useReview(): ReviewView {
  const view = use(ReviewContext);
  if (!view) throw new Error('useReview needs a ReviewPage around it');
  return view;
}
