import { ApartmentOutlined } from '@ant-design/icons';
import type { Finder, Slice } from '#ui/slice.tsx';

const partners: Finder = {
  id: 'partners',
  label: { zh: '渠道伙伴', en: 'Partners' },
  permission: 'partner.read',
  find: async ({ text }) => {
    if (Array.from(text).length < 2) return [];
    const { partnerClient } = await import('#partners/partners.queries.tsx');
    const { rows } = await partnerClient.list({ search: text, limit: 6 });
    return rows.map(({ id, name, province }) => ({
      id,
      label: name,
      ...(province && { hint: province }),
      icon: ApartmentOutlined,
      to: `/partners/${id}`,
    }));
  },
};

/** Channels and partners 渠道与伙伴: the partners, what they registered, the rules. */
export const partnersSlice: Slice = {
  pages: [
    {
      path: '/partners',
      title: { zh: '渠道伙伴', en: 'Partners' },
      permission: 'partner.read',
      load: async () => (await import('#partners/PartnersPage.tsx')).PartnersPage,
      nav: { icon: ApartmentOutlined, order: 35 },
    },
    {
      path: '/partners/registrations',
      title: { zh: '报备', en: 'Registrations' },
      permission: 'partner.read',
      load: async () => (await import('#partners/registrations/RegistrationsPage.tsx')).RegistrationsPage,
    },
    {
      path: '/partners/registrations/$registrationId',
      title: { zh: '报备', en: 'Registration' },
      permission: 'partner.read',
      load: async () => (await import('#partners/registrations/RegistrationPage.tsx')).RegistrationPage,
    },
    {
      path: '/partners/$partnerId',
      title: { zh: '渠道伙伴', en: 'Partner' },
      permission: 'partner.read',
      load: async () => (await import('#partners/PartnerPage.tsx')).PartnerPage,
    },
    {
      path: '/settings/registrations',
      title: { zh: '报备规则', en: 'Rules on registrations' },
      permission: 'partner.read',
      setting: { group: 'company', order: 76 },
      load: async () => (await import('#partners/registrations/RegistrationPolicyPage.tsx')).RegistrationPolicyPage,
    },
  ],
  commands: [
    {
      id: 'partners.new',
      kind: 'create',
      label: { zh: '新建渠道伙伴', en: 'New partner' },
      keywords: 'xj qd hb qudao huoban 经销商 代理商 设计院 集成商 dealer agent',
      permission: 'partner.write',
      to: '/partners?new=1',
    },
    {
      id: 'registrations.new',
      kind: 'create',
      label: { zh: '登记报备', en: 'Register a deal' },
      keywords: 'bb dj baobei 报备 撞单 渠道 registration',
      permission: 'partner.write',
      to: '/partners/registrations?new=1',
    },
    {
      id: 'registrations.go',
      kind: 'go',
      label: { zh: '报备', en: 'Registrations' },
      keywords: 'bb baobei 撞单 registration',
      permission: 'partner.read',
      to: '/partners/registrations',
    },
  ],
  finders: [partners],
};
