import { FunnelPlotOutlined } from '@ant-design/icons';
import type { Slice } from '#ui/slice.tsx';

const icon = FunnelPlotOutlined;

/** Deals as list and board, and the deal page. */
export const dealsSlice: Slice = {
  pages: [
    {
      path: '/deals/$dealId',
      title: { zh: '商机', en: 'Deal' },
      permission: 'deal.read',
      load: async () => (await import('#deals/DealPage.tsx')).DealPage,
      prefetch: async ({ params, search, queries }) => {
        if (search['at'] || !params['dealId']) return;
        const { prefetchDeal } = await import('#deals/prefetch-deal.tsx');
        await prefetchDeal(queries, params['dealId']);
      },
    },
  ],
};
void icon;
