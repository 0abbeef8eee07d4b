import { auditSlice } from '#audit/audit.routes.tsx';
import { companySlice } from '#company/company.routes.tsx';
import { lintSlice } from '#lint/lint.routes.tsx';
import { adviserSlice } from '#adviser/adviser.routes.tsx';
import { effortSlice } from '#effort/effort.routes.tsx';
import { evaluationSlice } from '#evaluation/evaluation.routes.tsx';
import { productsSlice } from '#products/products.routes.tsx';
import { accountsSlice } from '#accounts/accounts.routes.tsx';
import { dealsSlice } from '#deals/deals.routes.tsx';
import { notificationsSlice } from '#notifications/notifications.routes.tsx';
import { reviewsSlice } from '#reviews/reviews.routes.tsx';
import { giftsSlice } from '#compliance/gifts/gifts.routes.tsx';
import { informationSlice } from '#information/information.routes.tsx';
import { partnersSlice } from '#partners/partners.routes.tsx';
import { quietContactsSlice } from '#compliance/quiet-contacts/quiet-contacts.routes.tsx';
import { personRightsSlice } from '#compliance/erasure/person-rights.routes.tsx';
import { personalFactsSlice } from '#compliance/personal-facts/personal-facts.routes.tsx';
import { searchSlice } from '#search/search.routes.tsx';
import { playbooksSlice } from '#playbooks/playbooks.routes.tsx';
import { importsSlice } from '#imports/imports.routes.tsx';
import { funnelSlice } from '#funnel/funnel.routes.tsx';
import { fieldsSlice } from '#fields/fields.routes.tsx';
import { contactsSlice } from '#people/contacts.routes.tsx';
import { sessionSlice } from '#session/session.routes.tsx';
import { settingsSlice } from '#settings/settings.routes.tsx';
import { teamSlice } from '#team/team.routes.tsx';
import { apiDocsSlice } from '#apidocs/apidocs.routes.tsx';
import { todaySlice } from '#today/today.routes.tsx';
import type { Slice } from '#ui/slice.tsx';

/** One line per slice: its pages, palette entries and bell join the house here. */
export const slices: readonly Slice[] = [
  sessionSlice,
  todaySlice,
  accountsSlice,
  contactsSlice,
  fieldsSlice,
  settingsSlice,
  teamSlice,
  companySlice,
  auditSlice,
  productsSlice,
  evaluationSlice,
  adviserSlice,
  effortSlice,
  searchSlice,
  notificationsSlice,
  dealsSlice,
  lintSlice,
  reviewsSlice,
  giftsSlice,
  informationSlice,
  partnersSlice,
  personalFactsSlice,
  personRightsSlice,
  quietContactsSlice,
  funnelSlice,
  playbooksSlice,
  importsSlice,
  apiDocsSlice,
];
