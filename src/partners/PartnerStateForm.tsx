import { useQueryClient } from '@tanstack/react-query';
import type { Partner, PartnerState } from '#partners/partner.ts';
import { partnerMessages } from '#partners/partners.messages.ts';
import { partnerClient, partners } from '#partners/partners.queries.tsx';
import { ReasonForm } from '#ui/form/ReasonForm.tsx';
import { useMessages } from '#ui/lang.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';
import { toast } from '#ui/toast.tsx';

type Props = { partner: Partner; state: PartnerState; onClose: () => void };

/** Begins, suspends or ends the work with a partner. */
export function PartnerStateForm({ partner, state, onClose }: Props) {
  const { state: m } = useMessages(partnerMessages);
  const queries = useQueryClient();
  const out = state === 'suspended' || state === 'ended';
  const send = async (reason: string) => {
    await partnerClient.setState({ id: partner.id, version: partner.version, state, reason: reason || null });
    toast(m.done);
    await queries.invalidateQueries({ queryKey: partners.key() });
    onClose();
  };
  return (
    <SectionCard title={m.title[state]}>
      <ReasonForm
        key={state}
        lead={m.lead[state]}
        label={m.reason}
        acts={[{ label: m.send, kind: out ? 'danger' : 'primary', optional: !out, run: send }]}
        onCancel={onClose}
      />
    </SectionCard>
  );
}
