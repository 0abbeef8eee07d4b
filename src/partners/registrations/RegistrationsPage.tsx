import { partnerMessages } from '#partners/partners.messages.ts';
import { registrationClient, registrations } from '#partners/partners.queries.tsx';
import type { Registration } from '#partners/registrations/registration.ts';
import { registrationMessages } from '#partners/registrations/registrations.messages.ts';
import {
  useRegistrationColumns,
  useRegistrationFilters,
  type RegistrationSort,
} from '#partners/registrations/useRegistrationList.tsx';
import { useMessages } from '#ui/lang.tsx';
import { RecordList } from '#ui/list/RecordList.tsx';
import { useNewForm } from '#ui/list/useNewForm.tsx';
import { onDemand, useFetchSoon } from '#ui/onDemand.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { useSavedViews } from '#views/useSavedViews.tsx';

const RegistrationForm = onDemand(
  async () => (await import('#partners/registrations/RegistrationForm.tsx')).RegistrationForm,
);

/** 报备: what partners registered, what waits, what ends soon. */
export function RegistrationsPage() {
  useFetchSoon(RegistrationForm);
  const m = useMessages(registrationMessages);
  const { page } = useMessages(partnerMessages);
  const columns = useRegistrationColumns();
  const filters = useRegistrationFilters();
  const views = useSavedViews('registrations');
  const { add, open, close } = useNewForm('partner.write', m.add);
  return (
    <>
      <PageHeader title={m.title} facts={m.lead} back={{ to: '/partners', label: page.back }} acts={add} />
      <RecordList<Registration, typeof filters, RegistrationSort>
        name="registrations"
        label={m.title}
        views={views}
        columns={columns}
        filters={filters}
        href={(row) => `/partners/registrations/${row.id}`}
        queryKey={registrations.list.key()}
        exports="registrations"
        fetchPage={({ filters: asked, sort = 'created', order = 'desc', after, limit }) =>
          registrationClient.list({ ...asked, sort, order, after, limit })
        }
        empty={{ title: m.emptyTitle, hint: m.emptyHint, act: add }}
      />
      {open && <RegistrationForm onClose={close} />}
    </>
  );
}
