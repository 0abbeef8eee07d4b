import { anyBenefit, cash, declined } from '#compliance/benefit-words.ts';
import { inFull } from '#compliance/people-words.ts';
import type { Text } from '#shared/messages.ts';
import { refuse, type Refusal, type RefusalKinds } from '#shared/refusal.ts';
import { fold } from '#shared/text.ts';

/**
 * What tells of a personal benefit to somebody on the customer's side: what the product refuses to keep as evidence or in
 * notes (Domain §12). A statement that the thing was refused, reported or asked for and declined is let through.
 */

/** The words that describe the benefit, or null. */
export function benefitFound(text: string): string | null {
  return foundIn(anyBenefit, text);
}

/** The words for cash or a cash equivalent, or null. */
export function cashFound(text: string): string | null {
  return foundIn(cash, text);
}

function foundIn(words: RegExp, text: string): string | null {
  const folded = inFull(fold(text));
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
