import { giftsContract } from '#compliance/gifts/gifts.contract.ts';
import { clientFor, queriesFor } from '#ui/client.tsx';

export const gifts = queriesFor(giftsContract, 'gifts');
export const giftClient = clientFor(giftsContract);
