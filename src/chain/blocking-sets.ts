import { MAJORITY } from '#chain/majority.ts';
import type { Voter } from '#chain/move-cost.ts';

/** People who together can keep any majority from being formed, and of whom none could be missing. */
export type BlockingSet = { readonly ids: readonly string[]; readonly weight: number };

/**
 * The minimal blocking sets, the smallest first and the heaviest of a size before the others. A set blocks when the rest
 * is not more than `share` of all weight. @param keep at most so many are listed; 20 voters have up to 184 756
 */
export function blockingSets(
  voters: readonly Pick<Voter, 'id' | 'weight'>[],
  keep = 20,
  share = MAJORITY,
): BlockingSet[] {
  const order = voters.filter(({ weight }) => weight > 0).toSorted((a, b) => b.weight - a.weight);
  const upTo = [0];
  for (const { weight } of order) upTo.push(upTo.at(-1)! + weight);
  const total = upTo.at(-1)!;
  const enough = (weight: number) => total - weight <= share * total;
  const sets: BlockingSet[] = [];
  const trail: string[] = [];
  // Heaviest first: the last one taken is the lightest, so a set is minimal when it did not block before that one.
  const extend = (from: number, weight: number, more: number): void => {
    for (let i = from; i + more <= order.length && sets.length < keep; i++) {
      if (!enough(weight + upTo[i + more]! - upTo[i]!)) return;
      const sum = weight + order[i]!.weight;
      trail.push(order[i]!.id);
      if (more > 1) {
        if (!enough(sum)) extend(i + 1, sum, more - 1);
      } else if (enough(sum)) sets.push({ ids: trail.slice(), weight: sum });
      trail.pop();
    }
  };
  for (let size = 1; size <= order.length && sets.length < keep; size++) extend(0, 0, size);
  return sets;
}

/** Whether those who stand against us can block as things are. */
export function opponentsBlock(voters: readonly Voter[], share = MAJORITY): boolean {
  const total = voters.reduce((sum, { weight }) => sum + weight, 0);
  const against = voters.reduce((sum, { weight, stance }) => sum + (stance <= -1 ? weight : 0), 0);
  return total > 0 && total - against <= share * total;
}
