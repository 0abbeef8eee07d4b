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
  const folded = fold(text);
  const found = benefits.exec(folded)?.[0];
  if (!found || declined.test(folded)) return null;
  return found;
}
