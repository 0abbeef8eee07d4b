import { counted, type Lang, type Messages, type Text } from '#shared/messages.ts';

/** What a review says of a method that can be read, but does not make sense. */
const zh = {
  ruleNever: (parts: readonly string[]) =>
    parts.length > 1 ? `规则自相矛盾，永远不成立：${parts.join('，又要')}` : `规则永远不成立：${parts.join('')}`,
  notWanted: (fact: string) => `不是“${fact}”`,
  ruleAlways: '规则只要有记录就成立，等于没有把关',
  acceptNever: '较低标准永远不成立，主管没有可接受的余地',
  mandatoryConflict: (other: string) => `与本阶段必过项“${other}”互相矛盾，两项不可能同时满足，这道关打不开`,
  stageConflict: '本阶段的必过项合在一起互相矛盾，这道关打不开',
  unreachable: (stages: number, closed: string) => `“${closed}”的关卡打不开，其后 ${stages} 个阶段谁也到不了`,
  backwards: (ours: string, before: string) => `“${ours}”对应的客户阶段早于前一阶段“${before}”，与客户的采购顺序相反`,
  buyerUnserved: (name: string) => `没有任何阶段对应客户的“${name}”`,
  buyerDisorder: '本阶段对应的客户阶段没有按采购顺序排列',
  wonTooEarly: (ours: string) => `赢单之后的“${ours}”还在竞争期：此时客户还没有定下来`,
  noStar: '本阶段没有★必过项，关卡形同虚设',
  noColumn: (ours: string) => `漏斗里没有“${ours}”这一列，商机到了这个阶段就看不见了`,
  onlyNarrowColumns: (ours: string) => `“${ours}”的漏斗列都带条件，不符合条件的商机会漏掉`,
  accountsColumnLate: '不对应阶段的列统计客户数，应放在漏斗最前面',
  columnDisorder: '漏斗列的先后与阶段顺序不一致',
  hiddenColumn: '同一阶段的无条件列排在这一列之后，这一列永远没有数',
  nothingWeighs: '什么证据都不算分量，又没有规则：这一项永远证实不了',
  weightsTurned: '较弱的证据反而比较强的分量重（次序应是传闻、口头、行为、书面）',
  untranslated: '英文里还是中文，没有翻译',
  sameText: '中英文写成了一样',
  whoNobody: '文中用了 {who}，却没有选“向谁问”',
  strangePlace: (place: string) => `不认识的占位“${place}”，能用的只有 {who}`,
  meaningChanged: (version: number, before: string) =>
    `第 ${version} 版里这个标识指“${before}”，现在意思变了：旧证据会算到新说法上。意思不同请换一个标识`,
  idFixed: (id: string) => `方法论的标识定下后不能改，应为“${id}”`,
};

const en = {
  ruleNever: (parts: readonly string[]) =>
    parts.length > 1
      ? `the rule contradicts itself: ${parts.join(', and also ')}`
      : `the rule can never hold: ${parts.join('')}`,
  notWanted: (fact: string) => `not "${fact}"`,
  ruleAlways: 'the rule holds as soon as there is a record: it bars nothing',
  acceptNever: 'what a manager may accept can never hold',
  mandatoryConflict: (other: string) =>
    `contradicts the must-pass check "${other}" of this stage: both cannot hold, so the gate never opens`,
  stageConflict: 'the must-pass checks of this stage contradict each other together: the gate never opens',
  unreachable: (stages: number, closed: string) =>
    `the gate of "${closed}" never opens: nobody reaches the ${counted(stages, 'stage')} behind it`,
  backwards: (ours: string, before: string) =>
    `"${ours}" runs beside an earlier step of the buyer's than "${before}" before it`,
  buyerUnserved: (name: string) => `no stage runs beside the buyer's "${name}"`,
  buyerDisorder: "the buyer's steps of this stage are not in the order of the purchase",
  wonTooEarly: (ours: string) =>
    `"${ours}" comes after the deal is won, yet the buyer has not decided: it is in the competing period`,
  noStar: 'no check of this stage is ★: its gate bars nothing',
  noColumn: (ours: string) => `the funnel has no column for "${ours}": deals there are not seen`,
  onlyNarrowColumns: (ours: string) =>
    `every funnel column of "${ours}" has a condition: deals that meet none are lost`,
  accountsColumnLate: 'a column without stage counts accounts and belongs at the head of the funnel',
  columnDisorder: 'the columns of the funnel are not in the order of the stages',
  hiddenColumn: 'a column of the same stage without condition comes after this one, which therefore stays empty',
  nothingWeighs: 'no evidence weighs anything here and there is no rule: this check can never be met',
  weightsTurned: 'weaker evidence outweighs stronger (the order is rumour, said, done, written)',
  untranslated: 'the English text is still in Chinese',
  sameText: 'both languages say the same',
  whoNobody: 'the text has {who} in it, but nobody to ask is chosen',
  strangePlace: (place: string) => `unknown place "${place}"; only {who} is filled in`,
  meaningChanged: (version: number, before: string) =>
    `in version ${version} this id meant "${before}"; its evidence would count for the new meaning. Give another meaning another id`,
  idFixed: (id: string) => `the id of a method stays as it is: "${id}"`,
} satisfies Messages<typeof zh>;

type Words = Messages<typeof zh>;

/** The same words in both languages. */
export function inBoth(words: (m: Words, lang: Lang) => string): Text {
  return { zh: words(zh, 'zh'), en: words(en, 'en') };
}
export type ReviewWords = Parameters<typeof inBoth>[0];
