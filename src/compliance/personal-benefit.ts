import { refuse, type Refusal, type RefusalKinds } from '#shared/refusal.ts';
import type { Text } from '#shared/messages.ts';
import { fold } from '#shared/text.ts';

/**
 * Words that tell of a personal benefit to somebody on the customer's side: what the product refuses to keep as evidence
 * or in notes (Domain §12). A statement that the thing was refused, reported or asked for and declined is let through.
 */
const him =
  '(?:[他她](?!们)|个人|私人|本人|[\\p{Script=Han}]{1,2}(?:总|工|主任|处长|部长|科长|院长|经理|所长|厂长|书记))';
const benefits = new RegExp(
  [
    '回扣|好处费|红包|塞钱|购物卡|贿赂|干股',
    `(?:返点|提成|佣金|分成|劳务费|咨询费)(?:私下)?(?:给|打给|打到|打进|转给|转到|付给|汇到)${him}`,
    `(?:私下|单独)给(?:${him}|钱)|给${him}(?:个人)?(?:的)?(?:返点|提成|佣金|分成|好处| ?\\d+ ?个点(?!位))`,
    `礼品卡给(?:他|她)|(?:打|转|汇)(?:到|进|入)(?:${him}的?)?(?:个人|私人)(?:的)?(?:账户|账号|银行卡|卡)`,
    `送(?:了|给)?(?:${him})?(?:了)?(?:[一二两三四五六\\d]+ ?[块瓶箱条根件])?(?:名表|手表|金条|茅台|五粮液|名烟|名酒|现金)`,
    `(?:请|带|安排)${him}(?:全家|一家|夫妇)?(?:去|出国|到|出境)[^，。；,;]{0,6}旅游(?![局集公景委厅学业])`,
    '安排(?:他|她)?(?:的)?(?:孩子|子女|亲属)(?:入学|入职|就业)|(?:给|帮|替)(?:他|她)(?:的)?(?:儿子|女儿|孩子|子女|爱人|亲属|亲戚)(?:安排|找|解决)',
    'kickback|bribe|cash gift|personal commission',
  ].join('|'),
  'u',
);
const declined = /拒绝|拒收|退回|谢绝|不接受|不给|未给|举报|没有(?:要|给|收)|declined|refused|reported|returned/;

/** The words that describe the benefit, or null. */
export function benefitFound(text: string): string | null {
  return foundIn(benefits, text);
}

/** Cash and what can be spent like it; the flow of money through a business is not meant. */
const cash =
  /现金(?!流|牛|管理|折扣)|红包|购物卡|礼品卡|储值卡|充值卡|消费卡|加油卡|提货[卡券]|代金券|消费券|超市卡|微信转账|支付宝转账|比特币|\bcash(?! ?flow)\b|gift cards?\b|prepaid cards?\b|shopping cards?\b|\bvouchers?\b|red envelopes?\b|\bbitcoins?\b/;

/** The words for cash or a cash equivalent, or null. */
export function cashFound(text: string): string | null {
  return foundIn(cash, text);
}

function foundIn(words: RegExp, text: string): string | null {
  const folded = fold(text);
  const found = words.exec(folded)?.[0];
  if (!found || declined.test(folded)) return null;
  return found;
}

export const benefitRefusals = {
  'text.personalBenefit': {
    status: 422,
    words: ({ found }: { found: string }): Text => ({
      zh: `内容涉及给客户人员的个人利益（“${found}”），不能保存。公司不以任何个人利益换取订单；如果是对方索要而我们已拒绝，请写明“已拒绝”。合规的礼品与招待请到“礼品与招待登记”登记。`,
      en: `This describes a personal benefit to the customer's staff ("${found}") and is not kept. We win no order by personal benefit. If it was asked for and refused, say so; register permitted gifts and hospitality in the register.`,
    }),
    alert: true,
  },
} satisfies RefusalKinds;

/** None of what somebody writes down may describe a personal benefit (Domain §12). */
export function refuseBenefit(...texts: readonly (string | null | undefined)[]): Refusal | null {
  for (const text of texts) {
    const found = text ? benefitFound(text) : null;
    if (found) return refuse('text.personalBenefit', { found });
  }
  return null;
}
