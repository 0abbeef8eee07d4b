import type { Text } from '#shared/messages.ts';
import type { ComparedItem } from '#method/scorecard-facts.ts';
import type { scorecardItems } from '#method/scorecard.ts';

/** What to find out for an item that nobody can rate yet. */
export const scorecardQuestions = {
  size: {
    zh: '项目总盘子多大，我们这部分占多少，后面还有几期？',
    en: 'How large is the project, what is our part, are there later phases?',
  },
  funding: {
    zh: '钱从哪来，批了多少，到位了没有？',
    en: 'Where does the money come from, how much is approved, is it in place?',
  },
  fit: {
    zh: '技术要求里哪几条我们满足，哪几条够不着？',
    en: 'Which technical requirements do we meet, and which not?',
  },
  'decision-rules': {
    zh: '谁来定，按什么办法定，最看重哪两条？',
    en: 'Who decides, by which rules, and which two criteria weigh most?',
  },
  relationship: {
    zh: '谁会替我们说话，谁反对，拍板的人见过没有？',
    en: 'Who speaks for us, who is against us, have we met the one with the final say?',
  },
  credit: {
    zh: '以往付款准不准时，有没有拖欠或诉讼记录？',
    en: 'Do they pay on time; any arrears or lawsuits?',
  },
  'competition-product': {
    zh: '各家产品他们试过没有，最满意和最不满意的是什么？',
    en: 'Have they tried the products, what pleased them most and least?',
  },
  'competition-price': {
    zh: '预算线附近，我们的价格比各家高还是低？',
    en: 'Near the budget, is our price above or below the others?',
  },
  'competition-solution': {
    zh: '各家方案怎么解决他们最头疼的问题？',
    en: 'How does each solution solve what troubles them most?',
  },
  'competition-service': {
    zh: '出了故障各家多久到场，备件和培训怎么安排？',
    en: 'How soon is each on site, and what of spare parts and training?',
  },
} as const satisfies { readonly [item in keyof typeof scorecardItems]: Text };

/** What to find out of a rival; `{rival}` stands for the name. */
const rivalQuestions = {
  fit: {
    zh: '{rival}满足技术要求的哪几条，哪条做不到？',
    en: 'Which requirements does {rival} meet, and which not?',
  },
  relationship: {
    zh: '{rival}跟谁走得近，谁在替他说话？',
    en: 'Whom is {rival} close to, and who speaks for them?',
  },
  'competition-product': {
    zh: '{rival}的产品客户用过吗，评价怎样？',
    en: 'Has the customer used the product of {rival}, and what do they say?',
  },
  'competition-price': {
    zh: '{rival}以往同类项目报多少，这次会不会低价冲？',
    en: 'What did {rival} ask in such projects, will they go low this time?',
  },
  'competition-solution': {
    zh: '{rival}的方案跟我们差在哪，客户怎么比？',
    en: 'Where does the solution of {rival} differ, and how does the customer compare?',
  },
  'competition-service': {
    zh: '{rival}在当地有没有服务点，响应多快？',
    en: 'Has {rival} service on the spot, and how fast is it?',
  },
} as const satisfies { readonly [item in ComparedItem]: Text };

/** What to ask about a rival on one item. */
export function rivalQuestion(item: ComparedItem, rival: string): Text {
  const { zh, en } = rivalQuestions[item];
  return { zh: zh.replaceAll('{rival}', () => rival), en: en.replaceAll('{rival}', () => rival) };
}
