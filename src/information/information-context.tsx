import { useQueryClient } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import type { Askable, ProjectInformation } from '#information/information.contract.ts';
import type { RecordedFact, RecordedRow, Told } from '#information/information.ts';
import type { RowOf } from '#information/information-row.ts';
import type { Value } from '#information/information-value.ts';
import { information, informationClient, informationQuery, projectQuery } from '#information/information.queries.tsx';
import { deals } from '#deals/deals.queries.tsx';
import { timeline } from '#timeline/Timeline.tsx';

type Place = { item: string; version: number; rowId?: string };

/** What can be done with the information of an account, or of a deal's project. */
export type Commands = {
  record: (fact: { item: string; version: number; value: Value | null; told: Told }) => Promise<unknown>;
  recordRow: (row: { rowId?: string; version: number; content: RowOf; told: Told }) => Promise<unknown>;
  remove: (place: Place) => Promise<unknown>;
};

/** What the parts of the page share. */
export type Shared = {
  kind: 'account' | 'deal';
  id: string;
  facts: ReadonlyMap<string, RecordedFact>;
  rows: readonly RecordedRow[];
  couldTell: { readonly [item: string]: readonly Askable[] };
  canEdit: boolean;
  commands: Commands;
};

const Context = createContext<Shared | null>(null);
export const InformationProvider = Context.Provider;

export function useInformation(): Shared {
  const shared = useContext(Context);
  if (!shared) throw new Error('outside of customer information');
  return shared;
}

/** That, of what is known of an account or of a deal's project. */
export function useShared(
  kind: Shared['kind'],
  id: string,
  { facts, rows, couldTell, canEdit }: Pick<ProjectInformation, 'facts' | 'rows' | 'couldTell' | 'canEdit'>,
): Shared {
  const commands = useCommands(kind, id);
  return { kind, id, facts: new Map(facts.map((fact) => [fact.item, fact])), rows, couldTell, canEdit, commands };
}

/** Each answers with all that is known, which the page then shows; deals and timeline follow. */
function useCommands(kind: Shared['kind'], id: string): Commands {
  const queries = useQueryClient();
  const after = async <T,>(answer: Promise<T>): Promise<T> => {
    const view = await answer;
    queries.setQueryData((kind === 'account' ? informationQuery(id) : projectQuery(id)).queryKey, view as never);
    await Promise.all([
      queries.invalidateQueries({ queryKey: deals.key() }),
      queries.invalidateQueries({ queryKey: timeline.key() }),
      queries.invalidateQueries({ queryKey: information.history.key() }),
      queries.invalidateQueries({ queryKey: information.projectHistory.key() }),
    ]);
    return view;
  };
  if (kind === 'account')
    return {
      record: (fact) => after(informationClient.record({ id, ...fact })),
      recordRow: (row) => after(informationClient.recordRow({ id, ...row } as never)),
      remove: (place) => after(informationClient.remove({ id, ...place })),
    };
  return {
    record: (fact) => after(informationClient.recordProject({ id, ...fact })),
    recordRow: (row) => after(informationClient.recordProjectRow({ id, ...row } as never)),
    remove: (place) => after(informationClient.removeProject({ id, ...place })),
  };
}
