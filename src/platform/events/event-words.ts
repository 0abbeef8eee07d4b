import type { Lang } from '#shared/messages.ts';

/** An event as timelines show it. */
export type ToldEvent = {
  type: string;
  subject: { kind: string; id: string };
  /** Who did it; null: the system. */
  actorName: string | null;
  data: { name?: string; before?: Record<string, unknown>; after?: Record<string, unknown>; [more: string]: unknown };
};

/** What happened, in a sentence without its subject ('新建了客户'), and what more there is to say. */
export type EventTelling = { title: string; detail?: string };

/**
 * How a slice tells its events: type → words. Each slice has one such table in `<noun>-events.ts`; the timeline slice
 * gathers them.
 */
export type EventWords = { readonly [type: string]: (event: ToldEvent, lang: Lang) => EventTelling };
