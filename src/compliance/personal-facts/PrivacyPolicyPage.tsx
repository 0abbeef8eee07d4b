import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { personalFactMessages } from '#compliance/personal-facts/personal-facts.messages.ts';
import { personalFacts } from '#compliance/personal-facts/personal-facts.queries.tsx';
import { PrivacyPolicyForm } from '#compliance/personal-facts/PrivacyPolicyForm.tsx';
import { quietContactMessages } from '#compliance/quiet-contacts/quiet-contacts.messages.ts';
import { useMessages } from '#ui/lang.tsx';
import { useCan } from '#ui/session.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import { SkeletonLines } from '#ui/state/PageSkeleton.tsx';

/** Settings: what the company keeps about people, what for, how long. */
export function PrivacyPolicyPage() {
  const { settings: m } = useMessages(personalFactMessages);
  const { link } = useMessages(quietContactMessages);
  const mayReview = useCan()('person.handle');
  const { data, error, refetch } = useQuery(personalFacts.policy.queryOptions({ input: {} }));
  return (
    <>
      <PageHeader
        title={m.title}
        acts={mayReview && <Link to="/settings/quiet-contacts">{link}</Link>}
        facts={
          <>
            <span>{m.lead}</span>
            {data?.changedByName && <span>{m.changed(data.changedByName)}</span>}
          </>
        }
      />
      <RefusalAlert error={error} onRetry={() => void refetch()} />
      {!data && !error && <SkeletonLines lines={8} />}
      {/* A newer version fills the form anew. */}
      {data && <PrivacyPolicyForm key={data.version} view={data} />}
    </>
  );
}
