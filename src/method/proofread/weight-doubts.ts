import { strengths, strengthWeights } from '#method/evidence.ts';
import { items, part, type Placed } from '#method/playbook-references.ts';
import { doubt, type Doubt } from '#method/proofread/doubt.ts';

/** Weights of evidence that turn the order round, and checks that no evidence can meet. */
export function weightDoubts(root: Placed): Doubt[] {
  const whole = part(root, 'weights');
  const usual = over(strengthWeights, whole);
  const checks = items(root, 'stages').flatMap((stage) => items(stage, 'checks'));
  return [
    ...whole.filter(() => isTurned(usual)).map(({ path }) => doubt('warning', path, (m) => m.weightsTurned)),
    ...checks.flatMap((check) => {
      const own = part(check, 'weights');
      const weights = over(usual, own);
      if (strengths.every((strength) => weights[strength] === 0)) {
        if (check.value.rule !== undefined) return [];
        const weight = check.value.mandatory === true ? 'error' : 'warning';
        return [doubt(weight, own[0]?.path ?? check.path, (m) => m.nothingWeighs)];
      }
      return own.filter(() => isTurned(weights)).map(({ path }) => doubt('warning', path, (m) => m.weightsTurned));
    }),
  ];
}

type Weights = { readonly [strength: string]: number };

/** The weights with what is said here instead; what is no number is told elsewhere. */
function over(weights: Weights, said: readonly Placed[]): Weights {
  const numbers = said
    .flatMap(({ value }) => Object.entries(value))
    .filter((entry): entry is [string, number] => typeof entry[1] === 'number');
  return { ...weights, ...Object.fromEntries(numbers) };
}

function isTurned(weights: Weights): boolean {
  return strengths.some((strength, at) => at > 0 && weights[strength]! < weights[strengths[at - 1]!]!);
}
