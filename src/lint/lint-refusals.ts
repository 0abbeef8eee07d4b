import type { RefusalKinds } from '#shared/refusal.ts';
import type { Problem } from '#method/shape-problems.ts';

type Invalid = { rule: number; problems: readonly Problem[] };
const first = ({ problems }: Invalid, lang: 'zh' | 'en') =>
  problems.map(({ line, words }) =>
    lang === 'zh' ? `第 ${line ?? 1} 行：${words.zh}` : `line ${line ?? 1}: ${words.en}`,
  );

export const lintRefusals = {
  'waiver.notFound': {
    status: 409,
    words: () => ({
      zh: '这条体检结果现在不成立，无需豁免。刷新看看最新结果。',
      en: 'This finding does not stand now; there is nothing to waive. Reload to see what does.',
    }),
  },
  'waiver.past': {
    status: 422,
    words: () => ({ zh: '豁免的截止日要在今天之后。', en: 'A waiver ends after today; choose a later day.' }),
  },
  'waiver.tooLong': {
    status: 422,
    words: ({ days }: { days: number }) => ({
      zh: `一次最多豁免 ${days} 天，到期再看是否还成立。`,
      en: `A waiver holds for at most ${days} days; look again then.`,
    }),
    example: { days: 180 },
  },
  'waiver.notAllowed': {
    status: 403,
    words: () => ({
      zh: '严重的体检结果只有主管可以豁免，请联系您的主管。',
      en: 'Only a manager may waive what is serious; ask yours.',
    }),
  },
  'waiver.notRunning': {
    status: 409,
    words: () => ({ zh: '这条豁免已经结束。', en: 'This waiver has ended already.' }),
  },
  'lintRule.invalid': {
    status: 422,
    words: (data: Invalid) => ({
      zh: `第 ${data.rule} 条自定规则有误：${first(data, 'zh').join('；')}。改好后再保存。`,
      en: `Rule ${data.rule} of your own has faults: ${first(data, 'en').join('; ')}. Correct it and save again.`,
    }),
    example: { rule: 1, problems: [] },
  },
  'lintRule.taken': {
    status: 409,
    words: ({ id }: { id: string }) => ({
      zh: `规则标识“${id}”已被占用，请换一个。`,
      en: `The id "${id}" is taken; choose another.`,
    }),
  },
} as const satisfies RefusalKinds;
