import { choice } from '#ui/preference.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';
import { useMemo } from 'react';
import { canvasMessages } from '#chain/canvas/canvas.messages.ts';
import type { Speech } from '#chain/canvas/card-words.ts';
import { layoutKinds } from '#chain/canvas/spots.ts';

/** What each person chose for their own screen. */
export const wordingChoice = choice('chain.wording', ['plain', 'neutral'], 'plain');
export const legendChoice = choice('chain.legend', ['open', 'closed'], 'open');
export const layoutChoice = choice('chain.layout', layoutKinds, 'kept');

/** How the map speaks to this person. */
export function useSpeech(beliefs: boolean): Speech {
  const lang = useLang();
  const m = useMessages(canvasMessages);
  const wording = wordingChoice.use();
  return useMemo(() => ({ lang, wording, beliefs, m }), [lang, wording, beliefs, m]);
}
