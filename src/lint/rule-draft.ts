/** What a new rule begins with: complete, so that it can be tried at once, and short enough to be written over. */
export function ruleDraft(number: number): string {
  return `id: own-${number}
name: {zh: 大单停留太久, en: a large deal stays too long}
severity: warning
when:
  all:
    - {fact: deal.amount, atLeast: 200000000}
    - {fact: stage.days, atLeast: {param: days}}
says: {zh: "金额 {deal.amount}，在当前阶段已停 {stage.days} 天", en: "worth {deal.amount}, {stage.days} days in the stage"}
params:
  - {id: days, name: {zh: 停留满几天, en: days in the stage}, unit: days, value: 45, min: 1, max: 365}
cure:
  act: {zh: 请主管一起复盘，定下一步, en: review it with the manager and set the next step}
  dueInDays: 5
`;
}
