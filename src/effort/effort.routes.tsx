import type { Slice } from '#ui/slice.tsx';

/** Where time goes. */
export const effortSlice: Slice = {
  pages: [
    {
      path: '/effort',
      title: { zh: '投入分析', en: 'Effort' },
      permission: 'deal.read',
      load: async () => (await import('#effort/EffortPage.tsx')).EffortPage,
    },
  ],
};
