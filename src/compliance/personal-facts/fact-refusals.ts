import type { RefusalKinds } from '#shared/refusal.ts';
import type { Text } from '#shared/messages.ts';
import {
  forbiddenKinds,
  kindWords,
  purposeWords,
  type FactKind,
  type ForbiddenKind,
  type Purpose,
} from '#compliance/personal-facts/fact-kind.ts';

type OfKind = { kind: FactKind };
const example = { kind: 'birthday', days: 365, most: '2027-11-26', purposes: ['courtesy'] };

export const factRefusals = {
  'personalFact.forbidden': {
    status: 422,
    words: ({ kind }: { kind: ForbiddenKind }): Text => {
      const { zh, en, why } = forbiddenKinds[kind];
      return { zh: `不能记录${zh}：${why.zh}`, en: `This system does not keep ${en}. ${why.en}` };
    },
    example: { kind: 'children' },
  },
  'personalFact.kindOff': {
    status: 422,
    words: ({ kind }: OfKind): Text => ({
      zh: `公司没有启用“${kindWords(kind).zh}”。确有需要，请管理员在“设置 → 个人信息保护”里选定用途后启用。`,
      en: `The company does not keep "${kindWords(kind).en}". Where it is needed, an administrator switches it on with a purpose under Settings → Personal data.`,
    }),
    example,
  },
  'personalFact.purpose': {
    status: 422,
    words: ({ kind, purposes }: OfKind & { purposes: readonly Purpose[] }): Text => ({
      zh: `“${kindWords(kind).zh}”只能用于：${purposes.map((one) => purposeWords[one].zh).join('、')}。`,
      en: `"${kindWords(kind).en}" is kept only for: ${purposes.map((one) => purposeWords[one].en).join(', ')}.`,
    }),
    example,
  },
  'personalFact.consentOnly': {
    status: 422,
    words: ({ kind }: OfKind): Text => ({
      zh: `“${kindWords(kind).zh}”属于敏感信息，须先取得本人单独同意，并写明何时、以什么方式同意。`,
      en: `"${kindWords(kind).en}" is sensitive: it is kept only with the person's own consent, and when and how it was given.`,
    }),
    example,
  },
  'personalFact.consentMissing': {
    status: 422,
    words: (): Text => ({
      zh: '请写明本人何时、以什么方式、同意了什么。',
      en: 'Say when the person agreed, how, and to what.',
    }),
  },
  'personalFact.consentAhead': {
    status: 422,
    words: ({ on }: { on: string }): Text => ({
      zh: `同意的日期 ${on} 还没有到。`,
      en: `The day of the consent, ${on}, lies ahead.`,
    }),
  },
  'personalFact.reasonNeeded': {
    status: 422,
    words: ({ kind }: OfKind): Text => ({
      zh: `“${kindWords(kind).zh}”属于敏感信息，请写明为什么需要记录。`,
      en: `"${kindWords(kind).en}" is sensitive: say why it is needed.`,
    }),
    example,
  },
  'personalFact.over': {
    status: 422,
    words: ({ expiresOn }: { expiresOn: string }): Text => ({
      zh: `保存期限 ${expiresOn} 已经过去。`,
      en: `The last day to keep it, ${expiresOn}, is over.`,
    }),
  },
  'personalFact.tooLong': {
    status: 422,
    words: ({ kind, days, most }: OfKind & { days: number; most: string }): Text => ({
      zh: `“${kindWords(kind).zh}”最多保存 ${days} 天，即到 ${most} 为止。`,
      en: `"${kindWords(kind).en}" is kept for ${days} days at most, that is until ${most}.`,
    }),
    example,
  },
  'personalFact.birthday': {
    status: 422,
    words: (): Text => ({
      zh: '生日只记月日，如 06-18，不记年份。',
      en: 'Of a birthday only month and day are kept, such as 06-18, not the year.',
    }),
  },
  'personalFact.blanked': {
    status: 409,
    words: (): Text => ({
      zh: '这条信息已经清除，不能再查看或修改。',
      en: 'This fact was blanked; there is nothing to see or change.',
    }),
  },
  'personalFact.noConsent': {
    status: 422,
    words: (): Text => ({
      zh: '这条信息不是依据本人同意记录的，不能撤回同意；不再需要时请直接清除。',
      en: 'This fact is not kept by consent, so there is none to withdraw; blank it when it is no longer needed.',
    }),
  },
} satisfies RefusalKinds;
