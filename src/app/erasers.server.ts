import { eraseFromChain } from '#chain/store/erase-store.server.ts';
import type { Eraser } from '#compliance/erasure/eraser.server.ts';

/** One line per slice that forgets a person in its own tables, beside what compliance erases everywhere. */
export const erasers: readonly Eraser[] = [eraseFromChain];
