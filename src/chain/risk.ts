import type { Text } from '#shared/messages.ts';

export type RiskCode =
  | 'rolesMissing'
  | 'finalSayUnknown'
  | 'finalSayUnreached'
  | 'singleThread'
  | 'opponentUnanswered'
  | 'opponentsBlock'
  | 'factionUncovered'
  | 'coachNotShown'
  | 'coachTurned'
  | 'mapStale';

/** What threatens the deal from within the chain, with an act that answers it. */
export type ChainRisk = {
  readonly code: RiskCode;
  readonly severity: 'serious' | 'warning';
  readonly people: readonly string[];
  readonly words: Text;
  readonly act: Text;
};
