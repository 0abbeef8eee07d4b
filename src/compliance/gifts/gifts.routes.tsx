import { GiftOutlined } from '@ant-design/icons';
import type { Slice } from '#ui/slice.tsx';

/** The register of gifts and hospitality, what waits for approval, one entry, the limits. */
export const giftsSlice: Slice = {
  pages: [
    {
      path: '/compliance/gifts',
      title: { zh: '礼品与招待登记', en: 'Gifts and hospitality' },
      permission: 'gift.read',
      load: async () => (await import('#compliance/gifts/GiftsPage.tsx')).GiftsPage,
      nav: { icon: GiftOutlined, order: 90 },
    },
    {
      path: '/compliance/gifts/approvals',
      title: { zh: '礼品与招待审批', en: 'Approvals of gifts' },
      permission: 'gift.approve',
      load: async () => (await import('#compliance/gifts/ApprovalsPage.tsx')).ApprovalsPage,
    },
    {
      path: '/compliance/gifts/$giftId',
      title: { zh: '礼品与招待登记', en: 'Gift or hospitality' },
      permission: 'gift.read',
      load: async () => (await import('#compliance/gifts/GiftPage.tsx')).GiftPage,
    },
    {
      path: '/settings/gifts',
      title: { zh: '礼品与招待上限', en: 'Limits on gifts' },
      permission: 'gift.read',
      setting: { group: 'company', order: 75 },
      load: async () => (await import('#compliance/gifts/GiftPolicyPage.tsx')).GiftPolicyPage,
    },
  ],
  commands: [
    {
      id: 'gifts.new',
      kind: 'create',
      label: { zh: '登记礼品或招待', en: 'Register a gift or hospitality' },
      keywords: 'lp dj lipin zhaodai 礼品 招待 送礼 宴请 gift hospitality',
      permission: 'gift.write',
      to: '/compliance/gifts?new=1',
    },
  ],
};
