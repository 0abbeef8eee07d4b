import type { ReviewState } from '#reviews/review.ts';
import type { ActState, VulnerabilityState } from '#reviews/retest.ts';

type Tone = 'calm' | 'accent' | 'good' | 'warn' | 'bad';

export const stateTones = {
  planned: 'calm',
  running: 'accent',
  closed: 'good',
} as const satisfies { [S in ReviewState]: Tone };
export const actTones = {
  done: 'good',
  met: 'good',
  late: 'bad',
  open: 'calm',
} as const satisfies { [S in ActState]: Tone };
export const vulnerabilityTones = {
  met: 'good',
  done: 'good',
  open: 'warn',
  unanswered: 'bad',
} as const satisfies { [S in VulnerabilityState]: Tone };
