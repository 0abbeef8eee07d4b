import { strengths, strengthWeights } from '#method/evidence.ts';
import { items, part, type Placed } from '#method/playbook-references.ts';
import { doubt, type Doubt } from '#method/proofread/doubt.ts';

/** Weights of evidence that turn the order round, and checks that no evidence can meet. */
export function weightDoubts(root: Placed): Doubt[] {
  const whole = part(root, 'weights');
  const checks = items(root, 'stages').flatMap((stage) => items(stage, 'checks'));
  return [
    ...whole.flatMap(disorder),
    ...checks.flatMap((check) => {
      const own = part(check, 'weights');
      const all: { readonly [strength: string]: unknown } = Object.assign(
        { ...strengthWeights },
        ...[...whole, ...own].map(({ value }) => value),
      );
      if (strengths.some((strength) => all[strength] !== 0)) return own.flatMap(disorder);
      if (check.value.rule !== undefined) return [];
      const weight = check.value.mandatory === true ? 'error' : 'warning';
      return [doubt(weight, own[0]?.path ?? check.path, (m) => m.nothingWeighs)];
    }),
  ];
}

function disorder({ value, path }: Placed): Doubt[] {
  const weights = strengths.map((strength) => {
    const own = value[strength];
    return typeof own === 'number' ? own : strengthWeights[strength];
  });
  const turned = weights.some((weight, at) => at > 0 && weight < weights[at - 1]!);
  return turned ? [doubt('warning', path, (m) => m.weightsTurned)] : [];
}
