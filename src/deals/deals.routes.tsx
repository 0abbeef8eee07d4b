import { FundProjectionScreenOutlined } from '@ant-design/icons';
import { prefetchBoard } from '#deals/board/board.queries.tsx';
import type { Slice } from '#ui/slice.tsx';

/** Deals as list and board, and the deal's page. */
export const dealsSlice: Slice = {
  pages: [
    {
      path: '/deals',
      title: { zh: '商机', en: 'Deals' },
      permission: 'deal.read',
      load: async () => (await import('#deals/DealsPage.tsx')).DealsPage,
      prefetch: async ({ search, queries }) => {
        if (search['view'] !== 'board') return;
        void import('#deals/board/DealsBoard.tsx').catch(() => undefined);
        await prefetchBoard(queries, search);
      },
      nav: { icon: FundProjectionScreenOutlined, order: 40, phone: true },
    },
    {
      path: '/deals/$dealId',
      title: { zh: '商机', en: 'Deal' },
      permission: 'deal.read',
      load: async () => (await import('#deals/DealPage.tsx')).DealPage,
      prefetch: async ({ params, search, queries }) => {
        const id = params['dealId'];
        if (search['at'] || !id) return;
        if (search['tab'] === 'people' && (search['show'] ?? 'map') === 'map') {
          void import('#chain/page/DealChainTab.tsx').catch(() => undefined);
          void import('#chain/prefetch-chain.tsx').then(
            ({ prefetchChain }) => prefetchChain(queries, { kind: 'deal', id }),
            () => undefined,
          );
        }
        const { prefetchDeal } = await import('#deals/prefetch-deal.tsx');
        await prefetchDeal(queries, id);
      },
    },
  ],
  commands: [
    {
      id: 'deals.new',
      kind: 'create',
      label: { zh: '新建商机', en: 'New deal' },
      keywords: 'xjsj xinjianshangji 新增商机',
      permission: 'deal.write',
      to: '/deals?new=1',
    },
    {
      id: 'deals.board',
      kind: 'go',
      label: { zh: '商机看板', en: 'Deals as a board' },
      keywords: 'sjkb kanban',
      permission: 'deal.read',
      to: '/deals?view=board',
    },
  ],
};
