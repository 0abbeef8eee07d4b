import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { todayQuery, workbench } from '#today/today.queries.tsx';
import type { Today } from '#today/today.ts';
import { useMessages } from '#ui/lang.tsx';
import { failureMessages, wordsOf } from '#ui/refused.tsx';
import { toast } from '#ui/toast.tsx';

type Change = {
  /** What the page shows at once, before the server has answered. */
  show?: (now: Today) => Today;
  send: () => Promise<unknown>;
  told?: string;
  undo?: () => Promise<unknown>;
};

/** One act on the workbench: seen at once, told with a way back; refused, the page is as it was and says why. */
export function useToldChange(): (change: Change) => Promise<boolean> {
  const queries = useQueryClient();
  const failures = useMessages(failureMessages);
  return useCallback(
    async ({ show, send, told, undo }) => {
      const { queryKey } = todayQuery();
      await queries.cancelQueries({ queryKey });
      const before = queries.getQueryData<Today>(queryKey);
      if (before && show) queries.setQueryData(queryKey, show(before));
      const again = () =>
        Promise.all([workbench.key(), ['tasks'], ['deals']].map((key) => queries.invalidateQueries({ queryKey: key })));
      try {
        await send();
      } catch (error) {
        queries.setQueryData(queryKey, before);
        toast(wordsOf(error, failures), { tone: 'bad' });
        void again();
        return false;
      }
      if (told)
        toast(
          told,
          undo && { undo: () => void undo().then(again, (e) => toast(wordsOf(e, failures), { tone: 'bad' })) },
        );
      void again();
      return true;
    },
    [queries, failures],
  );
}
