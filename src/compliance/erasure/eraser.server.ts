import type { Tx } from '#platform/database/database.server.ts';

/** How a slice forgets a person in its own tables, inside the erasure's transaction. `contactId`: also each merged one. */
export type Eraser = (tx: Tx, tenantId: string, contactId: string) => Promise<unknown>;
