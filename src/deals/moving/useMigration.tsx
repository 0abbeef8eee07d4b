import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { MappingChoices } from '#method/playbook-mapping.ts';
import { movingClient } from '#deals/moving/moving.queries.tsx';

type Chosen = { id: string; version: number };
type Done = Chosen & { from: number };

/** Each batch is a transaction of its own; what is done is done when a later one fails. */
const AT_ONCE = 200;

export type Migrated = { done: Done[]; left: number };

/** Carries a migration out, batch after batch, and takes it back. */
export function useMigration(playbookId: string) {
  const queries = useQueryClient();
  const [progress, setProgress] = useState<{ done: number; all: number }>();
  const [result, setResult] = useState<Migrated & { back: boolean }>();
  const [error, setError] = useState<unknown>();

  const send = async (
    back: boolean,
    groups: readonly { to: number; rows: readonly Chosen[]; choices?: MappingChoices }[],
  ) => {
    const all = groups.reduce((sum, { rows }) => sum + rows.length, 0);
    const sent: Migrated = { done: [], left: 0 };
    setError(undefined);
    setProgress({ done: 0, all });
    try {
      for (const { to, rows, choices } of groups) {
        for (let at = 0; at < rows.length; at += AT_ONCE) {
          const batch = rows.slice(at, at + AT_ONCE).map(({ id, version }) => ({ id, version }));
          const { done, left } = await movingClient.carryOut({ id: playbookId, to, rows: batch, choices });
          sent.done.push(...done);
          sent.left += left.changed + left.notFound + left.notYours + left.notOpen;
          setProgress({ done: sent.done.length + sent.left, all });
        }
      }
    } catch (refused) {
      setError(refused);
    }
    setResult({ ...sent, back });
    setProgress(undefined);
    // Nobody waits for what is asked again meanwhile: what was done is known.
    void queries.invalidateQueries();
  };

  return {
    progress,
    result,
    error,
    carryOut: (to: number, rows: readonly Chosen[], choices: MappingChoices) => send(false, [{ to, rows, choices }]),
    undo: () => {
      const groups = Map.groupBy(result?.done ?? [], ({ from }) => from);
      return send(
        true,
        [...groups].map(([to, rows]) => ({ to, rows })),
      );
    },
  };
}
