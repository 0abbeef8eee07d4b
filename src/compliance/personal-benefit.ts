import { refuse, type Refusal, type RefusalKinds } from '#shared/refusal.ts';
import type { Text } from '#shared/messages.ts';
import { fold } from '#shared/text.ts';

/**
 * Words that tell of a personal benefit to somebody on the customer's side: what the product refuses to keep as evidence
 * or in notes (Domain §12). A statement that the thing was refused, reported or asked for and declined is let through.
 */
const benefits =
  /回扣|好处费|返点给(?:他|她|个人)|红包|塞钱|私下给(?:他|她|钱)|购物卡|礼品卡给(?:他|她)|送(?:了)?(?:名表|金条|茅台|现金)|给(?:他|她)个人(?:的)?(?:佣金|提成|好处)|贿赂|安排(?:他|她)?(?:的)?(?:孩子|子女|亲属)(?:入学|入职|就业)|kickback|bribe|cash gift|personal commission/;
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
