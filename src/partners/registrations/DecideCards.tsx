import { registrationClient } from '#partners/partners.queries.tsx';
import type { RegistrationView } from '#partners/registrations/registrations.contract.ts';
import { registrationMessages } from '#partners/registrations/registrations.messages.ts';
import { useRegistrationDone } from '#partners/registrations/useRegistrationDone.tsx';
import styles from '#partners/Partners.module.css';
import { ReasonForm } from '#ui/form/ReasonForm.tsx';
import { useMessages } from '#ui/lang.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';

/** What waits for a manager's yes or no: its terms above the limit, and then itself. */
export function DecideCards({ view }: { view: RegistrationView }) {
  const { decide: m, page } = useMessages(registrationMessages);
  const done = useRegistrationDone();
  const { registration, may, policy, conflicts } = view;
  const at = { id: registration.id, version: registration.version };
  const terms = (approve: boolean) => async (reason: string) => {
    await registrationClient.decideTerms({ ...at, approve, reason });
    await done(m.termsDone);
  };
  const blocked = conflicts.some(({ blocks }) => blocks);
  const declared = registration.interest;
  return (
    <>
      {may.decideTerms && (
        <SectionCard title={m.termsTitle}>
          <ReasonForm
            key={`terms ${registration.version}`}
            label={m.termsReason}
            acts={[
              { label: m.termsApprove, kind: 'primary', run: terms(true) },
              { label: m.termsRefuse, kind: 'danger', run: terms(false) },
            ]}
          />
        </SectionCard>
      )}
      {may.decide && (
        <SectionCard title={m.title}>
          <ReasonForm
            key={`decide ${registration.version}`}
            lead={m.lead(policy.protectionDays)}
            label={declared ? m.handling : m.reason}
            hint={declared ? m.handlingHint : m.reasonHint}
            {...(declared && { lacking: m.handlingNeeded })}
            acts={[
              {
                label: m.accept,
                kind: 'primary',
                optional: !declared,
                disabled: blocked,
                run: async (handling) => {
                  await registrationClient.accept({ ...at, handling: declared ? handling : null });
                  await done(m.accepted);
                },
              },
              {
                label: m.refuse,
                kind: 'danger',
                run: async (reason) => {
                  await registrationClient.refuse({ ...at, reason });
                  await done(m.refused);
                },
              },
            ]}
          />
        </SectionCard>
      )}
      {registration.state === 'submitted' && !may.decide && <p className={styles.soft}>{page.waiting}</p>}
      {registration.reason && (
        <p className={styles.soft}>
          {registration.decidedByName &&
            registration.state === 'refused' &&
            `${page.decided(registration.decidedByName)} · `}
          {registration.reason}
        </p>
      )}
    </>
  );
}
