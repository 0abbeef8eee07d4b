import { FunnelPlotOutlined } from '@ant-design/icons';
import type { Slice } from '#ui/slice.tsx';

/** The funnel, the pipeline on any day, and what changed between two days. */
export const funnelSlice: Slice = {
  pages: [
    {
      path: '/funnel',
      title: { zh: '漏斗', en: 'Funnel' },
      permission: 'deal.read',
      load: async () => (await import('#funnel/FunnelPage.tsx')).FunnelPage,
      nav: { icon: FunnelPlotOutlined, order: 80 },
    },
  ],
  commands: [
    {
      id: 'funnel.changes',
      kind: 'go',
      label: { zh: '盘子的变化', en: 'What changed in the pipeline' },
      keywords: 'ld loudou pz panzi pubutu waterfall history',
      permission: 'deal.read',
      to: '/funnel?tab=changes',
    },
  ],
};
