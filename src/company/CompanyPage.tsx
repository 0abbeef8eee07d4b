import { useQuery, useQueryClient } from '@tanstack/react-query';
import { PageHeader } from '#ui/PageHeader.tsx';
import { companyContract } from '#company/company.contract.ts';
import { CompanyForm } from '#company/CompanyForm.tsx';
import { companyMessages } from '#company/company.messages.ts';
import { queriesFor } from '#ui/client.tsx';
import { useMessages } from '#ui/lang.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import { SkeletonLines } from '#ui/state/PageSkeleton.tsx';
import { toast } from '#ui/toast.tsx';

const company = queriesFor(companyContract, 'company');

/** Settings: what holds for the whole company. */
export function CompanyPage() {
  const m = useMessages(companyMessages);
  const queries = useQueryClient();
  const { data, error, refetch } = useQuery(company.show.queryOptions({ input: {} }));
  return (
    <>
      <PageHeader title={m.title} facts={m.lead} />
      <RefusalAlert error={error} onRetry={() => void refetch()} />
      {!data && !error && <SkeletonLines lines={6} />}
      {data && (
        <CompanyForm
          // A newer version fills the form anew.
          key={data.version}
          company={data}
          onSaved={() => {
            toast(m.saved);
            // The shell shows its name, forms its currency.
            void queries.invalidateQueries();
          }}
        />
      )}
    </>
  );
}
