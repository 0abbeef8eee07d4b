import type { Stance, Wording } from '#chain/chain-scales.ts';
import { stanceWords } from '#chain/chain-scales.ts';
import { wordingChoice } from '#chain/canvas/canvas-choices.tsx';
import { useLang } from '#ui/lang.tsx';
import { StanceMark } from '#ui/StanceMark.tsx';

/** How stances are called on this screen; 'neutral' can be left open where others may look on. */
export function useWording(): Wording {
  return wordingChoice.use();
}

export function setWording(wording: Wording): void {
  wordingChoice.set(wording);
}

/** A stance in shape, colour and the chosen wording. */
export function StanceText({ stance, bare }: { stance: Stance; bare?: boolean }) {
  const lang = useLang();
  const wording = useWording();
  return <StanceMark stance={stance} label={stanceWords(stance, wording)[lang]} {...(bare && { bare })} />;
}
