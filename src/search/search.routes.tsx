import { BankOutlined, ContactsOutlined, FundProjectionScreenOutlined } from '@ant-design/icons';
import { shortAmount } from '#ui/amount.ts';
import type { Finder, Found, Slice } from '#ui/slice.tsx';
import type { ask as Ask } from '#search/ask.tsx';
import { searchMessages } from '#search/search.messages.ts';
import { kindOf } from '#search/visited.ts';
import { lastVisits } from '#search/visits.tsx';

const ask: typeof Ask = async (text, lang) => (await import('#search/ask.tsx')).ask(text, lang);
const icons = { accounts: BankOutlined, contacts: ContactsOutlined, deals: FundProjectionScreenOutlined };

const visits: Finder = {
  id: 'visits',
  label: { zh: '最近打开', en: 'Opened lately' },
  find: async () => [],
  idle: () =>
    lastVisits().map(({ path, name }) => ({
      id: path,
      label: name,
      icon: icons[kindOf(path) ?? 'accounts'],
      to: path,
    })),
};

const accounts: Finder = {
  id: 'accounts',
  label: { zh: '客户', en: 'Accounts' },
  permission: 'account.read',
  find: async ({ text, lang }) =>
    (await ask(text, lang)).accounts.map(({ id, name, industry, place }): Found => ({
      id,
      label: name,
      hint: hint([place, industry]),
      icon: icons.accounts,
      to: `/accounts/${id}`,
    })),
};

const deals: Finder = {
  id: 'deals',
  label: { zh: '商机', en: 'Deals' },
  permission: 'deal.read',
  find: async ({ text, lang }) =>
    (await ask(text, lang)).deals.map(({ id, name, accountName, amount, currency, state }): Found => {
      const money = amount === null ? null : shortAmount({ amount, currency }, lang);
      const closed = state === 'open' ? null : searchMessages[lang].states[state];
      return { id, label: name, hint: hint([accountName, money, closed]), icon: icons.deals, to: `/deals/${id}` };
    }),
};

const contacts: Finder = {
  id: 'contacts',
  label: { zh: '联系人', en: 'Contacts' },
  permission: 'contact.read',
  find: async ({ text, lang }) =>
    (await ask(text, lang)).contacts.map(({ id, name, title, accountName }): Found => ({
      id,
      label: name,
      hint: hint([title, accountName]),
      icon: icons.contacts,
      to: `/contacts/${id}`,
    })),
};

export const searchSlice: Slice = { pages: [], finders: [visits, deals, accounts, contacts] };

function hint(parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== '').join(' · ');
}
