import { erasers } from '#app/erasers.server.ts';
import { accountHandlers } from '#accounts/accounts.server.ts';
import { contactHandlers } from '#people/contacts.server.ts';
import { dealHandlers } from '#deals/deals.server.ts';
import { qualifyHandlers } from '#deals/qualify/qualify.server.ts';
import { adviserHandlers } from '#adviser/adviser.server.ts';
import { effortHandlers } from '#effort/effort.server.ts';
import { evaluationHandlers } from '#evaluation/evaluation.server.ts';
import { funnelHandlers } from '#funnel/funnel.server.ts';
import { movingHandlers } from '#deals/moving/moving.server.ts';
import { chainHandlers } from '#chain/store/chain.server.ts';
import { fieldHandlers } from '#fields/fields.server.ts';
import { giftHandlers } from '#compliance/gifts/gifts.server.ts';
import { quietContactHandlers } from '#compliance/quiet-contacts/quiet-contacts.server.ts';
import { personRightsHandlers } from '#compliance/erasure/person-rights.server.ts';
import { personalFactHandlers } from '#compliance/personal-facts/personal-facts.server.ts';
import { importHandlers } from '#imports/imports.server.ts';
import { informationHandlers } from '#information/information.server.ts';
import { lintHandlers } from '#lint/lint.server.ts';
import { partnerHandlers } from '#partners/partners.server.ts';
import { tieHandlers } from '#partners/ties/ties.server.ts';
import { registrationHandlers } from '#partners/registrations/registrations.server.ts';
import { noteHandlers } from '#notes/notes.server.ts';
import { notificationHandlers } from '#notifications/notifications.server.ts';
import { playbookHandlers } from '#playbooks/playbooks.server.ts';
import { questionHandlers } from '#playbooks/questions/questions.server.ts';
import { draftHandlers } from '#playbooks/studio/drafts.server.ts';
import { versionHandlers } from '#playbooks/studio/versions.server.ts';
import { productHandlers } from '#products/products.server.ts';
import { reviewHandlers } from '#reviews/reviews.server.ts';
import { searchHandlers } from '#search/search.server.ts';
import { sessionHandlers } from '#session/sessions.server.ts';
import { auditChainHandlers, auditHandlers } from '#audit/audit.server.ts';
import { companyHandlers } from '#company/company.server.ts';
import { apiKeyHandlers } from '#session/api-keys/api-keys.server.ts';
import { companiesHandlers } from '#session/companies.server.ts';
import { handOverHandlers } from '#team/hand-over.server.ts';
import { invitationHandlers } from '#team/invitations/invitations.server.ts';
import { joinHandlers } from '#team/invitations/join.server.ts';
import { passwordLinkHandlers } from '#team/invitations/password-link.server.ts';
import { teamHandlers } from '#team/teams.server.ts';
import { userHandlers } from '#team/users.server.ts';
import { attachmentHandlers } from '#attachments/attachments.server.ts';
import { taskHandlers } from '#tasks/tasks.server.ts';
import { todayHandlers } from '#today/today.server.ts';
import { timelineHandlers } from '#timeline/timeline.server.ts';
import { viewHandlers } from '#views/views.server.ts';

/** One line per slice: its endpoints join the API here. */
export const router = {
  apiKeys: apiKeyHandlers,
  audit: { ...auditHandlers, ...auditChainHandlers },
  chain: chainHandlers,
  companies: companiesHandlers,
  company: companyHandlers,
  handOver: handOverHandlers,
  invitations: invitationHandlers,
  join: joinHandlers,
  passwordLinks: passwordLinkHandlers,
  teams: teamHandlers,
  users: userHandlers,
  accounts: accountHandlers,
  attachments: attachmentHandlers,
  contacts: contactHandlers,
  deals: { ...dealHandlers, ...qualifyHandlers },
  effort: effortHandlers,
  evaluation: evaluationHandlers,
  salesModes: adviserHandlers,
  moving: movingHandlers,
  fields: fieldHandlers,
  funnel: funnelHandlers,
  gifts: giftHandlers,
  imports: importHandlers,
  information: informationHandlers,
  lint: lintHandlers,
  notes: noteHandlers,
  notifications: notificationHandlers,
  partners: partnerHandlers,
  partnerTies: tieHandlers,
  personalFacts: personalFactHandlers,
  personRights: personRightsHandlers(erasers),
  playbookDrafts: draftHandlers,
  playbooks: { ...playbookHandlers, ...versionHandlers },
  products: productHandlers,
  questions: questionHandlers,
  quietContacts: quietContactHandlers,
  registrations: registrationHandlers,
  reviews: reviewHandlers,
  search: searchHandlers,
  session: sessionHandlers,
  tasks: taskHandlers,
  timeline: timelineHandlers,
  today: todayHandlers,
  views: viewHandlers,
};
