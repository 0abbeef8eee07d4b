import type { Day } from '#shared/day.ts';
import type { Text } from '#shared/messages.ts';
import type { RefusalKinds } from '#shared/refusal.ts';

export const registrationRefusals = {
  'registration.partnerOut': {
    status: 409,
    words: ({ name }: { name: string }): Text => ({
      zh: `与“${name}”的合作已暂停或终止，不能再报备。恢复合作之后再登记。`,
      en: `The work with "${name}" is suspended or ended: it cannot register projects. Resume it first.`,
    }),
  },
  'registration.partnerNotActive': {
    status: 409,
    words: ({ name }: { name: string }): Text => ({
      zh: `“${name}”不在合作期内（尚未签约、已暂停，或合同已到期），不能接受它的报备。请先更新伙伴的状态和合同日期。`,
      en: `"${name}" is not working with us now (no contract yet, suspended, or run out): its registration cannot be accepted. Update the partner first.`,
    }),
  },
  'registration.customerMissing': {
    status: 422,
    words: (): Text => ({
      zh: '请选择客户，或填写客户名称。',
      en: "Choose the account, or write the customer's name.",
    }),
  },
  'registration.interestUnsaid': {
    status: 422,
    words: (): Text => ({
      zh: '伙伴申报了利益关联，请写明是谁、什么关系。',
      en: 'The partner declared a conflict of interest: say who it is and how.',
    }),
  },
  'registration.interestUnhandled': {
    status: 422,
    words: (): Text => ({
      zh: '伙伴申报了利益关联，接受之前请写明如何处置，例如相关人员回避。',
      en: 'The partner declared a conflict of interest: say how it is handled before accepting, such as who stands aside.',
    }),
  },
  'registration.protected': {
    status: 409,
    words: ({ until }: { until: Day | null }): Text => ({
      zh: `撞单：这个项目已由另一条报备保护${until ? `到 ${until}` : ''}。先接受的优先，保护期结束之前不能再接受别的报备。`,
      en: `Conflict: another registration protects this project${until ? ` until ${until}` : ''}. The first accepted has it until its protection ends.`,
    }),
  },
  'registration.notWaiting': {
    status: 409,
    words: (): Text => ({
      zh: '这条报备不在待审批状态，请刷新页面。',
      en: 'This registration does not wait for a decision; reload the page.',
    }),
  },
  'registration.own': {
    status: 403,
    words: (): Text => ({
      zh: '自己登记的报备，不能由自己审批，请由其他主管审批。',
      en: 'You registered this yourself; somebody else has to decide.',
    }),
  },
  'registration.notYours': {
    status: 403,
    words: ({ ownerName }: { ownerName: string }): Text => ({
      zh: `这条报备由${ownerName}负责，只有本人或有审批权的主管可以改动。`,
      en: `This registration is ${ownerName}'s; only she or an approver may change it.`,
    }),
  },
  'registration.over': {
    status: 409,
    words: (): Text => ({
      zh: '这条报备已经结束，不能再改动。',
      en: 'This registration is over and cannot be changed.',
    }),
  },
  'registration.notProtected': {
    status: 409,
    words: (): Text => ({
      zh: '只有保护期内的报备可以延期。',
      en: 'Only a registration under protection can be extended.',
    }),
  },
  'registration.extendedOnce': {
    status: 409,
    words: (): Text => ({
      zh: '这条报备已经延期过一次，不能再延。到期之后可以重新报备。',
      en: 'It has been extended once already. When it ends, the project can be registered again.',
    }),
  },
  'registration.termsOpen': {
    status: 409,
    words: (): Text => ({
      zh: '佣金超过公司上限，要先批准佣金，或改到上限以内，才能接受报备。',
      en: 'The commission is above the company limit: approve it first, or bring it within the limit.',
    }),
  },
  'registration.termsNotWaiting': {
    status: 409,
    words: (): Text => ({
      zh: '这条报备的佣金不在待审批状态，请刷新页面。',
      en: 'The commission does not wait for a decision; reload the page.',
    }),
  },
  'registration.dealElsewhere': {
    status: 422,
    words: ({ name }: { name: string }): Text => ({
      zh: `商机“${name}”不属于这个客户，请重新选择。`,
      en: `The deal "${name}" is not this customer's; choose another.`,
    }),
  },
} satisfies RefusalKinds;
