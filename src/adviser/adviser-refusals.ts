import type { RefusalKinds } from '#shared/refusal.ts';

export const adviserRefusals = {
  'salesMode.subjectNeeded': {
    status: 422,
    words: () => ({
      zh: '请选择这个结论用在哪个客户或商机上。',
      en: 'Choose the account or deal that this belongs to.',
    }),
  },
  'salesMode.nothingAnswered': {
    status: 422,
    words: () => ({
      zh: '还没有回答任何问题，无法给出建议。',
      en: 'Nothing is answered yet, so nothing can be advised.',
    }),
  },
  'salesMode.future': {
    status: 422,
    words: () => ({ zh: '了解到的日期不能晚于今天。', en: 'It cannot have been found out after today.' }),
  },
} satisfies RefusalKinds;
