import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo, useRef } from 'react';
import { v4 as newId } from 'uuid';
import { dayOf } from '#shared/day.ts';
import type { Deal } from '#deals/deal.ts';
import type { EvidenceFields, EvidenceView } from '#deals/deal-gate.ts';
import type { DealPage } from '#deals/deals.contract.ts';
import { dealClient, dealQuery, deals, qualifyClient } from '#deals/deals.queries.tsx';
import type { FactSource } from '#method/fact-source.ts';
import { type FactChange, withEvidence, withFacts, withRetraction } from '#deals/page/deal-optimistic.ts';

type Client = typeof dealClient & typeof qualifyClient;
/** What a command takes beyond the deal and its version, which are known here. */
type Rest<K extends keyof Client> = Omit<Parameters<Client[K]>[0], 'id' | 'version'>;

type Job = {
  /** The page as it will be if nothing speaks against it. */
  expect?: (page: DealPage) => DealPage;
  send: (deal: { id: string; version: number }) => Promise<unknown>;
};

/**
 * Everything one can do to a deal. Commands on one deal run one after the other, each with the version that the one
 * before left; what is safe to expect is shown at once, over each answer of those before, and taken back when the server
 * refuses.
 */
export function useDealCommands(dealId: string) {
  const queries = useQueryClient();
  /** What those that still wait their turn expect. */
  const waiting = useRef<readonly NonNullable<Job['expect']>[]>([]);
  const { mutateAsync } = useMutation({
    scope: { id: `deal:${dealId}` },
    mutationFn: ({ expect, send }: Job) => {
      waiting.current = waiting.current.filter((one) => one !== expect);
      return send({ id: dealId, version: cached()?.deal.version ?? 0 });
    },
    onMutate: async ({ expect }: Job) => {
      await queries.cancelQueries({ queryKey: key() });
      const before = cached();
      if (expect && before) {
        waiting.current = [...waiting.current, expect];
        queries.setQueryData(key(), expect(before));
      }
      return before;
    },
    onError: (_error, { expect }, before) => {
      if (expect && before) queries.setQueryData(key(), expected(before));
    },
    onSettled: () => queries.invalidateQueries({ queryKey: deals.key() }),
  });
  function key() {
    return dealQuery(dealId).queryKey;
  }
  function cached() {
    return queries.getQueryData(key());
  }
  function expected(page: DealPage): DealPage {
    return waiting.current.reduce((shown, expect) => expect(shown), page);
  }

  return useMemo(() => {
    const take = (deal: Deal) => {
      const page = cached();
      if (page) queries.setQueryData(key(), expected({ ...page, deal }));
      return deal;
    };
    const command =
      <
        K extends
          | 'advance'
          | 'moveBack'
          | 'park'
          | 'lose'
          | 'reopen'
          | 'accept'
          | 'update'
          | 'setLines'
          | 'setMembers'
          | 'assign'
          | 'setGrade'
          | 'parkAgain',
      >(
        name: K,
      ) =>
      async (rest: Rest<K> & { version?: number }): Promise<Deal> => {
        const client = name === 'setGrade' || name === 'parkAgain' ? qualifyClient : dealClient;
        const send = (client as Client)[name] as unknown as (input: object) => Promise<Deal>;
        return (await mutateAsync({ send: async (deal) => take(await send({ ...deal, ...rest })) })) as Deal;
      };
    return {
      advance: command('advance'),
      moveBack: command('moveBack'),
      park: command('park'),
      lose: command('lose'),
      reopen: command('reopen'),
      accept: command('accept'),
      update: command('update'),
      setLines: command('setLines'),
      setMembers: command('setMembers'),
      assign: command('assign'),
      setGrade: command('setGrade'),
      parkAgain: command('parkAgain'),
      /**
       * @param change of a list: made from the facts as they are when its turn comes, or what was tapped just before is lost
       * @param settled what the server makes of the facts, where that is more than the change itself
       */
      recordFacts: async (
        change: FactChange | ((facts: FactSource) => FactChange),
        settled = (facts: FactSource) => facts,
      ): Promise<void> => {
        const changeOf = (facts: FactSource) => (typeof change === 'function' ? change(facts) : change);
        await mutateAsync({
          expect: (page) => {
            const { deal, ...rest } = withFacts(page, changeOf(page.deal.facts));
            return { ...rest, deal: { ...deal, facts: settled(deal.facts) } };
          },
          send: async (deal) => {
            const facts = cached()?.deal.facts ?? { values: {}, lists: {} };
            return take((await dealClient.recordFacts({ ...deal, ...changeOf(facts) })) as Deal);
          },
        });
      },
      addEvidence: async (fields: EvidenceFields, recordedByName: string): Promise<EvidenceView> => {
        const draft = draftOf(fields, recordedByName);
        return (await mutateAsync({
          expect: (page) => withEvidence(page, draft),
          send: ({ id }) => dealClient.addEvidence({ id, ...fields }),
        })) as EvidenceView;
      },
      retractEvidence: async (evidenceId: string, reason: string): Promise<void> => {
        await mutateAsync({
          expect: (page) => withRetraction(page, evidenceId, reason, newId()),
          send: ({ id }) => dealClient.retractEvidence({ id, evidenceId, reason }),
        });
      },
    };
    // The functions close over the deal's id and the client only.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [dealId, queries, mutateAsync]);
}
export type DealCommands = ReturnType<typeof useDealCommands>;

function draftOf(fields: EvidenceFields, recordedByName: string): EvidenceView {
  const { check, signal, direction, strength, statement, source, observedOn, retracts } = fields;
  const now = new Date().toISOString();
  return {
    record: {
      kind: 'evidence',
      id: newId(),
      check,
      signal,
      direction,
      strength,
      statement,
      source: { kind: source.kind, id: source.id },
      observedOn: observedOn ?? dayOf(now),
      retracts,
    },
    stands: true,
    sourceName: source.name ?? null,
    recordedAt: now,
    recordedByName,
    attachmentId: null,
  };
}
