import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { personalFactMessages } from '#compliance/personal-facts/personal-facts.messages.ts';
import { personalFacts } from '#compliance/personal-facts/personal-facts.queries.tsx';
import { PrivacyPolicyForm } from '#compliance/personal-facts/PrivacyPolicyForm.tsx';
import { quietContactMessages } from '#compliance/quiet-contacts/quiet-contacts.messages.ts';
import { useMessages } from '#ui/lang.tsx';
import { PolicyPage } from '#ui/PolicyPage.tsx';
import { useCan } from '#ui/session.tsx';

/** Settings: what the company keeps about people, what for, how long. */
export function PrivacyPolicyPage() {
  const { settings: m } = useMessages(personalFactMessages);
  const { link } = useMessages(quietContactMessages);
  const mayReview = useCan()('person.handle');
  const query = useQuery(personalFacts.policy.queryOptions({ input: {} }));
  return (
    <PolicyPage words={m} query={query} acts={mayReview && <Link to="/settings/quiet-contacts">{link}</Link>}>
      {(view) => <PrivacyPolicyForm view={view} />}
    </PolicyPage>
  );
}
