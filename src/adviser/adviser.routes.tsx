import type { Slice } from '#ui/slice.tsx';

/** Which way to sell. */
export const adviserSlice: Slice = {
  pages: [
    {
      path: '/adviser',
      title: { zh: '选打法', en: 'Selling mode' },
      permission: 'deal.read',
      load: async () => (await import('#adviser/AdviserPage.tsx')).AdviserPage,
    },
  ],
};
