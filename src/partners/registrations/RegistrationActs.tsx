import { Form } from 'antd';
import { dealClient } from '#deals/deals.queries.tsx';
import { RecordPicker } from '#deals/RecordPicker.tsx';
import { registrationClient } from '#partners/partners.queries.tsx';
import type { Registration } from '#partners/registrations/registration.ts';
import { termsFrom, termsTyped, type TermsValues } from '#partners/registrations/registration-values.ts';
import type { RegistrationView } from '#partners/registrations/registrations.contract.ts';
import { registrationFormMessages } from '#partners/registrations/registration-form.messages.ts';
import { registrationMessages } from '#partners/registrations/registrations.messages.ts';
import { TermsFields } from '#partners/registrations/TermsFields.tsx';
import { useRegistrationDone } from '#partners/registrations/useRegistrationDone.tsx';
import { FormDrawer } from '#ui/form/FormDrawer.tsx';
import { ReasonForm } from '#ui/form/ReasonForm.tsx';
import { useMessages } from '#ui/lang.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';

export type Opened = 'extend' | 'withdraw' | 'link' | 'terms' | 'deal';

type ActProps = { view: RegistrationView; act: 'extend' | 'withdraw'; onClose: () => void };

/** Extends its protection or takes it back, with a reason. */
export function RegistrationActs({ view, act, onClose }: ActProps) {
  const { decide: m, page } = useMessages(registrationMessages);
  const done = useRegistrationDone();
  const { id, version } = view.registration;
  const run = async (reason: string) => {
    await registrationClient[act]({ id, version, reason });
    await done(m.done);
    onClose();
  };
  return (
    <SectionCard title={page[act]}>
      <ReasonForm
        key={act}
        lead={act === 'extend' ? page.extendLead(view.policy.extensionDays) : page.withdrawLead}
        label={m.termsReason}
        acts={[{ label: m.send, kind: act === 'extend' ? 'primary' : 'danger', run }]}
        onCancel={onClose}
      />
    </SectionCard>
  );
}

type FormProps = { registration: Registration; onClose: () => void };

/** Which of our deals it belongs to. */
export function LinkDealForm({ registration, onClose }: FormProps) {
  const { form: m } = useMessages(registrationFormMessages);
  const { page } = useMessages(registrationMessages);
  const done = useRegistrationDone();
  const { id, version, accountId } = registration;
  return (
    <FormDrawer<{ dealId: string }>
      open
      title={page.linkDeal}
      initial={{}}
      saveLabel={page.linkSave}
      save={async ({ dealId }) => {
        await registrationClient.link({ id, version, dealId });
        await done(page.linked);
      }}
      onClose={onClose}
    >
      <Form.Item name="dealId" label={m.deal} rules={[{ required: true, message: m.termsNeeded }]}>
        <RecordPicker
          name={`registration-deals ${accountId ?? ''}`}
          nothing={m.dealNone}
          find={async (search) =>
            (
              await dealClient.list({
                ...(accountId && { accountId }),
                search: search || undefined,
                state: 'open',
                limit: 20,
              })
            ).rows
          }
        />
      </Form.Item>
    </FormDrawer>
  );
}

/** What the partner company gets; above the limit a manager decides anew. */
export function TermsForm({ registration, onClose }: FormProps) {
  const { page, decide } = useMessages(registrationMessages);
  const done = useRegistrationDone();
  const { id, version, terms, termsNote } = registration;
  return (
    <FormDrawer<TermsValues & { termsNote?: string }>
      open
      title={page.changeTerms}
      initial={{ ...termsTyped(terms), ...(termsNote && { termsNote }) }}
      save={async ({ termsNote: note, ...typed }) => {
        await registrationClient.setTerms({ id, version, terms: termsFrom(typed), note: note || null });
        await done(decide.done);
      }}
      onClose={onClose}
    >
      <TermsFields />
    </FormDrawer>
  );
}
