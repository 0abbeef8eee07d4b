import type { CheckState } from '#method/check.ts';
import { messages } from '#method/method.messages.ts';
import { EvidenceMark } from '#ui/EvidenceMark.tsx';
import { useMessages } from '#ui/lang.tsx';

type Props = { state: CheckState; bare?: boolean; pill?: boolean };

/** The house's mark with the method's word; 'unmet' — recorded, and not enough — is drawn half full. */
export function CheckMark({ state, ...look }: Props) {
  const m = useMessages(messages);
  return <EvidenceMark state={state === 'unmet' ? 'weak' : state} label={m.states[state]} {...look} />;
}
