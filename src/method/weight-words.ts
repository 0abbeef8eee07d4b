import type { Text } from '#shared/messages.ts';
import { type EvidenceWeights, strengths } from '#method/evidence.ts';
import { both } from '#method/method.messages.ts';

/** 'rumour 0%, said 10%': what the weights say otherwise than is usual. */
export function weightWords(weights: EvidenceWeights): Text {
  const said = strengths.filter((strength) => weights[strength] !== undefined);
  return both((m) =>
    m.list(said.map((strength) => `${m.strengths[strength]} ${Math.round(100 * weights[strength]!)}%`)),
  );
}
