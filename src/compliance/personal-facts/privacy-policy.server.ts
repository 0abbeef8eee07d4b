import { companySetting } from '#platform/company-setting.server.ts';
import { defaultPrivacyPolicy, PrivacyPolicy } from '#compliance/personal-facts/privacy-policy.ts';

export const privacyPolicy = companySetting({
  table: 'privacy_policies',
  key: 'policy',
  event: 'privacy.policyChanged',
  defaults: defaultPrivacyPolicy,
  // The defaults stand in for kinds that came later.
  read: (row) => {
    const kept = row as PrivacyPolicy;
    return PrivacyPolicy.parse({ ...kept, kinds: { ...defaultPrivacyPolicy.kinds, ...kept.kinds } });
  },
  // Kind by kind, so that the event tells the changed ones only.
  told: ({ kinds, reviewAfterDays }) => ({ ...kinds, reviewAfterDays }),
});
