import type { CommandContext } from '#platform/http/handlers.server.ts';

/** How a slice forgets a person in its own tables, inside the erasure's transaction. `contactId`: also each merged one. */
export type Eraser = (context: CommandContext, contactId: string) => Promise<unknown>;
