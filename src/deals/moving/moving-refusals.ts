import type { Problem } from '#method/shape-problems.ts';
import type { RefusalKinds } from '#shared/refusal.ts';

export const movingRefusals = {
  'method.same': {
    status: 409,
    words: () => ({
      zh: '商机已经在这一版方法论上，无需再换。',
      en: 'The deal stands in this version of this playbook already.',
    }),
  },
  'mapping.unknown': {
    status: 422,
    words: ({ choices }: { choices: readonly string[] }) => ({
      zh: `对应关系里有方法论中不存在的阶段或检查项：${choices.join('、')}。请重新选择。`,
      en: `The mapping names stages or checks that the playbooks do not have: ${choices.join(', ')}. Choose again.`,
    }),
  },
  'playbook.invalid': {
    status: 422,
    words: ({ problems }: { problems: readonly Problem[] }) => ({
      zh: `草稿有 ${problems.length} 处错误，改正后才能模拟：${problems
        .slice(0, 3)
        .map(({ words, line }) => (line === undefined ? words.zh : `第 ${line} 行 ${words.zh}`))
        .join('；')}`,
      en: `The draft has ${problems.length} faults to correct first: ${problems
        .slice(0, 3)
        .map(({ words, line }) => (line === undefined ? words.en : `line ${line} ${words.en}`))
        .join('; ')}`,
    }),
  },
} satisfies RefusalKinds;
