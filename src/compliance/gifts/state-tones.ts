import type { GiftState } from '#compliance/gifts/gift.ts';

export const stateTones: { [state in GiftState]: 'calm' | 'good' | 'warn' | 'bad' } = {
  registered: 'calm',
  requested: 'warn',
  approved: 'good',
  refused: 'bad',
  voided: 'calm',
};
