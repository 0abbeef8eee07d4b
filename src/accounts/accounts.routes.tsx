import { BankOutlined } from '@ant-design/icons';
import type { Slice } from '#ui/slice.tsx';

/** Accounts: list, 360, merge. */
export const accountsSlice: Slice = {
  pages: [
    {
      path: '/accounts',
      title: { zh: '客户', en: 'Accounts' },
      permission: 'account.read',
      load: async () => (await import('#accounts/AccountsPage.tsx')).AccountsPage,
      nav: { icon: BankOutlined, order: 20, phone: true },
    },
    {
      path: '/accounts/$accountId',
      title: { zh: '客户', en: 'Account' },
      permission: 'account.read',
      load: async () => (await import('#accounts/AccountPage.tsx')).AccountPage,
      prefetch: async ({ params, queries }) => {
        const { accountQuery } = await import('#accounts/accounts.queries.tsx');
        await queries.prefetchQuery(accountQuery(params['accountId'] ?? ''));
      },
    },
    {
      path: '/accounts/$accountId/merge',
      title: { zh: '合并客户', en: 'Merge accounts' },
      permission: 'account.merge',
      load: async () => (await import('#accounts/MergePage.tsx')).MergePage,
    },
  ],
  commands: [
    {
      id: 'account.new',
      kind: 'create',
      label: { zh: '新建客户', en: 'New account' },
      keywords: 'xjkh 新增客户',
      permission: 'account.write',
      to: '/accounts?new=1',
    },
  ],
};
