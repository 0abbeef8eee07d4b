import { companySetting } from '#platform/company-setting.server.ts';
import { defaultPolicy, RegistrationPolicy } from '#partners/registrations/registration-policy.ts';

/** What is protected already stays protected as it was when it changes. */
export const registrationPolicy = companySetting({
  table: 'registration_policies',
  key: 'policy',
  event: 'registration.policyChanged',
  defaults: defaultPolicy,
  read: (kept) => RegistrationPolicy.parse(kept),
});
