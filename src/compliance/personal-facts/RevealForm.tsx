import { useQueryClient } from '@tanstack/react-query';
import { keptKinds } from '#compliance/personal-facts/fact-kind.ts';
import type { PersonalFact } from '#compliance/personal-facts/personal-fact.ts';
import { personalFactMessages } from '#compliance/personal-facts/personal-facts.messages.ts';
import { personalFactClient, personalFacts } from '#compliance/personal-facts/personal-facts.queries.tsx';
import { ReasonForm } from '#ui/form/ReasonForm.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';

type Props = { fact: PersonalFact; onSeen: (value: string | null) => void; onClose: () => void };

/** Why somebody needs to see it; the look is logged before the value comes. */
export function RevealForm({ fact, onSeen, onClose }: Props) {
  const m = useMessages(personalFactMessages);
  const lang = useLang();
  const queries = useQueryClient();
  const see = async (reason: string) => {
    const { value } = await personalFactClient.reveal({ id: fact.id, reason });
    void queries.invalidateQueries({ queryKey: personalFacts.looks.key() });
    onSeen(value);
  };
  return (
    <ReasonForm
      framed
      label={m.revealTitle(keptKinds[fact.kind][lang])}
      hint={m.revealHint}
      most={300}
      acts={[{ label: m.see, kind: 'primary', run: see }]}
      onCancel={onClose}
    />
  );
}
