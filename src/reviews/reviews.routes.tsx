import { AuditOutlined } from '@ant-design/icons';
import type { Slice } from '#ui/slice.tsx';

/** Deal reviews: their list, and one as agenda, session and minutes. */
export const reviewsSlice: Slice = {
  pages: [
    {
      path: '/reviews',
      title: { zh: '商机评审', en: 'Deal reviews' },
      permission: 'deal.read',
      load: async () => (await import('#reviews/ReviewsPage.tsx')).ReviewsPage,
      nav: { icon: AuditOutlined, order: 45 },
    },
    {
      path: '/reviews/$reviewId',
      title: { zh: '商机评审', en: 'Deal review' },
      permission: 'deal.read',
      load: async () => (await import('#reviews/ReviewPage.tsx')).ReviewPage,
    },
  ],
};
