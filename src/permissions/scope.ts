/**
 * Whose records a person sees (Domain §17): her own and those she is a member of; her team's; her team's and every
 * team below it; all. Membership of a record always adds to the scope.
 */
export const scopes = ['self', 'team', 'tree', 'all'] as const;
export type Scope = (typeof scopes)[number];

/** What visibility looks at on a record. `teamId` is the owner's team. */
export type Owned = { ownerId: string | null; teamId: string | null; memberIds: readonly string[] };
