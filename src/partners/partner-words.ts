import type { Text } from '#shared/messages.ts';
import type { PartnerKind, PartnerState } from '#partners/partner.ts';

export const partnerKindWords: { [kind in PartnerKind]: Text } = {
  dealer: { zh: '经销商', en: 'Dealer' },
  agent: { zh: '代理商', en: 'Agent' },
  institute: { zh: '设计院', en: 'Design institute' },
  integrator: { zh: '系统集成商', en: 'System integrator' },
  consultant: { zh: '咨询顾问', en: 'Consultant' },
  referrer: { zh: '介绍单位', en: 'Referrer' },
  other: { zh: '其他', en: 'Other' },
};

export const partnerStateWords: { [state in PartnerState]: Text } = {
  prospect: { zh: '洽谈中', en: 'Prospect' },
  active: { zh: '合作中', en: 'Active' },
  suspended: { zh: '暂停合作', en: 'Suspended' },
  ended: { zh: '终止合作', en: 'Ended' },
};

export const partnerStateTones: { [state in PartnerState]: 'calm' | 'good' | 'warn' | 'bad' } = {
  prospect: 'calm',
  active: 'good',
  suspended: 'warn',
  ended: 'bad',
};
