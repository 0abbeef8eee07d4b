import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { Import } from '#imports/import-record.ts';
import { importMessages } from '#imports/imports.messages.ts';
import { importClient, imports } from '#imports/imports.queries.tsx';
import { AskAgain } from '#ui/AskAgain.tsx';
import { useMessages } from '#ui/lang.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';
import { toast } from '#ui/toast.tsx';

type Props = { one: Import; onClose: () => void };

/** An import that is not wanted any more goes, with its file, before it wrote anything. */
export function DiscardImport({ one, onClose }: Props) {
  const m = useMessages(importMessages);
  const queries = useQueryClient();
  const navigate = useNavigate();
  const discard = useMutation({
    mutationFn: () => importClient.discard({ id: one.id }),
    onSuccess: async () => {
      toast(m.discarded);
      await navigate({ to: '/import', search: { noun: one.noun } });
      await queries.invalidateQueries({ queryKey: imports.list.key() });
    },
  });
  return (
    <SectionCard>
      <AskAgain
        hint={m.discardHint}
        keep={m.discardKeep}
        really={m.discardReally}
        busy={discard.isPending}
        onKeep={onClose}
        onReally={() => discard.mutate()}
      />
      <RefusalAlert error={discard.error} />
    </SectionCard>
  );
}
