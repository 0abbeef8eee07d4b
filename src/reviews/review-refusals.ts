import type { RefusalKinds } from '#shared/refusal.ts';
import type { Text } from '#shared/messages.ts';

export const reviewRefusals = {
  'review.notChair': {
    status: 403,
    words: ({ chairName }: { chairName: string }): Text => ({
      zh: `这次评审由${chairName}主持，只有主持人或主管可以安排、开始和结束。`,
      en: `${chairName} chairs this review; only the chair or a manager may plan, start and close it.`,
    }),
  },
  'review.teamOther': {
    status: 403,
    words: () => ({
      zh: '只能评审自己数据范围内的团队，请另选团队，或在商机列表里挑选商机。',
      en: 'You may review teams in your data scope only; choose another, or pick deals in the list.',
    }),
  },
  'review.noDeals': {
    status: 422,
    words: () => ({
      zh: '这个团队没有进行中的商机，没有可以评审的内容。',
      en: 'The team has no open deals; there is nothing to review.',
    }),
  },
  'review.empty': {
    status: 422,
    words: () => ({
      zh: '议程还是空的，请先加入商机再开始。',
      en: 'The agenda is empty; add a deal before you start.',
    }),
  },
  'review.begun': {
    status: 409,
    words: () => ({ zh: '评审已经开始过了，请刷新页面。', en: 'The review has begun already; reload the page.' }),
  },
  'review.notBegun': {
    status: 409,
    words: () => ({ zh: '评审还没有开始，不能结束。', en: 'The review has not begun; it cannot be closed.' }),
  },
  'review.frozen': {
    status: 409,
    words: () => ({
      zh: '评审已开始，议程已定格：只能在后面追加商机，不能移走或调换。不谈的可以跳过。',
      en: 'The review has begun and its agenda is frozen: deals may be added at the end, not moved or taken out. Skip what you will not discuss.',
    }),
  },
  'review.over': {
    status: 409,
    words: () => ({
      zh: '评审已结束，纪要不再修改。有补充请写评论。',
      en: 'The review is closed and its minutes stand. Add a comment instead.',
    }),
  },
  'review.notAuthor': {
    status: 403,
    words: ({ authorName }: { authorName: string }): Text => ({
      zh: `这条评论是${authorName}写的，只有本人可以删除。`,
      en: `This comment is ${authorName}'s; only the author may remove it.`,
    }),
  },
} satisfies RefusalKinds;
