import type { Text } from '#shared/messages.ts';

/**
 * How personal a fact about somebody is (Domain §3.3, §12). Ordinary: what one says among business people. Sensitive: off
 * until the company switches the kind on with a purpose, kept with consent only, masked, each look at it logged.
 * Forbidden: has no purpose in selling, and the law asks for more than a company of sellers can show; never kept.
 */
export const factClasses = ['ordinary', 'sensitive', 'forbidden'] as const;
export type FactClass = (typeof factClasses)[number];

/** What a fact may be used for. A kind allows some of them. */
export const purposes = ['talk', 'visit', 'courtesy', 'relationship', 'contract'] as const;
export type Purpose = (typeof purposes)[number];

export const purposeWords: { readonly [purpose in Purpose]: Text } = {
  talk: { zh: '业务沟通', en: 'Talking business' },
  visit: { zh: '安排拜访与会务', en: 'Arranging visits and meetings' },
  courtesy: { zh: '礼节性问候', en: 'Courtesies' },
  relationship: { zh: '建立信任与共鸣', en: 'Building trust' },
  contract: { zh: '订立和履行合同', en: 'Making and performing a contract' },
};

const year = 365;

type Kept = Text & {
  class: 'ordinary' | 'sensitive';
  /** The first is proposed. */
  purposes: readonly [Purpose, ...Purpose[]];
  /** Days that a fact is kept unless the company says otherwise. */
  days: number;
  hint: Text;
};

/** What may be kept about somebody, in the order of forms. */
export const keptKinds = {
  career: {
    zh: '职业履历',
    en: 'Career',
    class: 'ordinary',
    purposes: ['talk', 'relationship'],
    days: 3 * year,
    hint: { zh: '以前在哪里、做过什么', en: 'Where she worked before, and on what' },
  },
  education: {
    zh: '教育背景',
    en: 'Education',
    class: 'ordinary',
    purposes: ['relationship', 'talk'],
    days: 3 * year,
    hint: { zh: '学校、专业，如“东南大学电气工程”', en: 'School and subject' },
  },
  scope: {
    zh: '分管范围',
    en: 'Working scope',
    class: 'ordinary',
    purposes: ['talk', 'visit', 'contract'],
    days: 2 * year,
    hint: { zh: '分管哪些业务、签到多少金额', en: 'What she looks after, and up to which amount she signs' },
  },
  expertise: {
    zh: '专业关注',
    en: 'Professional interests',
    class: 'ordinary',
    purposes: ['talk', 'relationship'],
    days: 2 * year,
    hint: { zh: '关心的技术、标准、课题', en: 'Techniques, standards and questions she follows' },
  },
  membership: {
    zh: '行业任职',
    en: 'Offices in the trade',
    class: 'ordinary',
    purposes: ['talk', 'relationship'],
    days: 2 * year,
    hint: { zh: '协会、标准委员会、评标专家库', en: 'Associations, committees' },
  },
  contactHabit: {
    zh: '联系习惯',
    en: 'How to reach her',
    class: 'ordinary',
    purposes: ['visit', 'talk'],
    days: 2 * year,
    hint: { zh: '方便的时间和方式，如“周三下午可以见”', en: 'When and how, such as "Wednesday afternoons"' },
  },
  hometown: {
    zh: '家乡',
    en: 'Home town',
    class: 'ordinary',
    purposes: ['relationship'],
    days: 3 * year,
    hint: { zh: '到市县为止，不写住址', en: 'The town only, no address' },
  },
  hobby: {
    zh: '业余爱好',
    en: 'Hobbies',
    class: 'ordinary',
    purposes: ['relationship'],
    days: 2 * year,
    hint: { zh: '本人谈起过的，如“羽毛球”', en: 'What she has talked of herself' },
  },
  sharedPast: {
    zh: '与我方的渊源',
    en: 'Shared past',
    class: 'ordinary',
    purposes: ['relationship'],
    days: 3 * year,
    hint: { zh: '校友、旧同事、以前合作过', en: 'Same school, former colleagues, former projects' },
  },
  birthday: {
    zh: '生日',
    en: 'Birthday',
    class: 'sensitive',
    purposes: ['courtesy'],
    days: year,
    hint: { zh: '只写月日，如 06-18', en: 'Month and day only, such as 06-18' },
  },
  homePhone: {
    zh: '住宅电话',
    en: 'Home phone',
    class: 'sensitive',
    purposes: ['visit', 'contract'],
    days: year,
    hint: { zh: '本人同意用于工作联系的号码', en: 'A number she agreed to be called on' },
  },
  privateMobile: {
    zh: '私人手机',
    en: 'Private mobile',
    class: 'sensitive',
    purposes: ['visit', 'contract'],
    days: year,
    hint: { zh: '本人同意用于工作联系的号码', en: 'A number she agreed to be called on' },
  },
  privateWechat: {
    zh: '私人微信',
    en: 'Private WeChat',
    class: 'sensitive',
    purposes: ['visit', 'talk'],
    days: year,
    hint: { zh: '本人同意用于工作联系的微信号', en: 'An account she agreed to be written to on' },
  },
  diet: {
    zh: '饮食忌口',
    en: 'What she does not eat',
    class: 'sensitive',
    purposes: ['visit'],
    days: year,
    hint: { zh: '只写忌口本身，不写原因', en: 'The food only, not the reason' },
  },
} as const satisfies { [kind: string]: Kept };
export type KeptKind = keyof typeof keptKinds;
export const keptKindNames = Object.keys(keptKinds) as [KeptKind, ...KeptKind[]];
type OfClass<C> = { [kind in KeptKind]: (typeof keptKinds)[kind]['class'] extends C ? kind : never }[KeptKind];
export type SensitiveKind = OfClass<'sensitive'>;

const unneeded: Text = {
  zh: '与成交无关，属于法律严格限制的敏感个人信息。',
  en: 'It has nothing to do with the deal, and the law limits it strictly.',
};

/** What nobody may keep, and why: it has no purpose in selling (PIPL art. 28). Source: Domain §3, §12. */
export const forbiddenKinds = {
  idNumber: { zh: '身份证号', en: 'an ID number', why: unneeded },
  bankCard: { zh: '银行卡号', en: 'a bank card number', why: unneeded },
  homeAddress: { zh: '家庭住址', en: 'a home address', why: unneeded },
  children: { zh: '子女情况', en: 'their children', why: unneeded },
  health: { zh: '健康状况', en: 'their health', why: unneeded },
  religion: { zh: '宗教信仰', en: 'their religion', why: unneeded },
  marriage: { zh: '婚姻与家庭成员', en: 'marriage and family', why: unneeded },
  ethnicity: { zh: '民族与政治面貌', en: 'ethnicity and party', why: unneeded },
  biometrics: { zh: '人脸、指纹等生物特征', en: 'biometric features', why: unneeded },
  whereabouts: {
    zh: '行踪轨迹',
    en: 'whereabouts',
    why: {
      zh: '约见只需要时间和地点，写在拜访计划里；跟踪行踪为法律所禁止。',
      en: 'A meeting needs a time and a place, kept with the visit; following somebody is against the law.',
    },
  },
  wealth: { zh: '个人收入与财产', en: 'personal income and wealth', why: unneeded },
} as const satisfies { [kind: string]: Text & { why: Text } };
export type ForbiddenKind = keyof typeof forbiddenKinds;

export type FactKind = KeptKind | ForbiddenKind;

export const factKinds = [...keptKindNames, ...Object.keys(forbiddenKinds)] as [FactKind, ...FactKind[]];

/** What stands in no text: the forbidden, and the sensitive, which is kept with consent only. */
export type PrivateKind = ForbiddenKind | SensitiveKind;
export const privateKinds = factKinds.filter(isPrivate);

export function isPrivate(kind: string): kind is PrivateKind {
  return (factKinds as readonly string[]).includes(kind) && classOf(kind as FactKind) !== 'ordinary';
}
export function isKept(kind: FactKind): kind is KeptKind {
  return kind in keptKinds;
}

export function classOf(kind: FactKind): FactClass {
  return isKept(kind) ? keptKinds[kind].class : 'forbidden';
}

export function kindWords(kind: FactKind): Text {
  return isKept(kind) ? keptKinds[kind] : forbiddenKinds[kind];
}

export const classWords: { readonly [each in FactClass]: Text } = {
  ordinary: { zh: '一般', en: 'Ordinary' },
  sensitive: { zh: '敏感', en: 'Sensitive' },
  forbidden: { zh: '禁止', en: 'Forbidden' },
};
