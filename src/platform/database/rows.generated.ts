// Written by `npm run schema` from the migrations. Do not edit.
import type { ColumnType, Generated } from 'kysely';

export type AccountMembersRow = {
  tenant_id: string;
  account_id: string;
  user_id: string;
  role: string;
};

export type AccountsRow = {
  tenant_id: string;
  id: string;
  name: string;
  aliases: Generated<string[]>;
  name_key: string;
  credit_code: string | null;
  industry: string | null;
  province: string | null;
  city: string | null;
  scale: string | null;
  ownership: string | null;
  address: string | null;
  post_code: string | null;
  site: string | null;
  phone: string | null;
  phone_key: string | null;
  parent_id: string | null;
  source: string | null;
  owner_id: string | null;
  team_id: string | null;
  member_ids: Generated<string[]>;
  tags: Generated<string[]>;
  custom: ColumnType<unknown, string | undefined, string>;
  grams: Generated<string[]>;
  merged_into: string | null;
  import_id: string | null;
  version: Generated<number>;
  created_at: string;
  updated_at: string;
};

export type ApiKeysRow = {
  tenant_id: string;
  id: string;
  user_id: string;
  name: string;
  start: string;
  key_hash: string;
  permissions: string[];
  created_at: string;
  expires_at: string | null;
  last_used_at: string | null;
  revoked_at: string | null;
};

export type AttachmentContentsRow = {
  tenant_id: string;
  sha256: string;
  content: Buffer;
};

export type AttachmentsRow = {
  tenant_id: string;
  id: string;
  subject_kind: string;
  subject_id: string;
  name: string;
  media_type: string;
  bytes: number;
  sha256: string;
  added_by: string;
  created_at: string;
  deleted_at: string | null;
};

export type AuthAccountRow = {
  id: string;
  accountId: string;
  providerId: string;
  userId: string;
  accessToken: string | null;
  refreshToken: string | null;
  idToken: string | null;
  accessTokenExpiresAt: string | null;
  refreshTokenExpiresAt: string | null;
  scope: string | null;
  password: string | null;
  createdAt: Generated<string>;
  updatedAt: string;
};

export type AuthLockoutsRow = {
  email: string;
  failures: number;
  failed_at: string;
  locked_until: string | null;
};

export type AuthMembershipsRow = {
  identity_id: string;
  tenant_id: string;
  user_id: string;
};

export type AuthSessionRow = {
  id: string;
  expiresAt: string;
  token: string;
  createdAt: Generated<string>;
  updatedAt: string;
  ipAddress: string | null;
  userAgent: string | null;
  userId: string;
};

export type AuthTwoFactorRow = {
  id: string;
  secret: string;
  backupCodes: string;
  userId: string;
  verified: boolean | null;
  failedVerificationCount: number | null;
  lockedUntil: string | null;
};

export type AuthUserRow = {
  id: string;
  name: string;
  email: string;
  emailVerified: boolean;
  image: string | null;
  createdAt: Generated<string>;
  updatedAt: Generated<string>;
  twoFactorEnabled: boolean | null;
};

export type AuthVerificationRow = {
  id: string;
  identifier: string;
  value: string;
  expiresAt: string;
  createdAt: Generated<string>;
  updatedAt: Generated<string>;
};

export type ChainChangesRow = {
  tenant_id: string;
  map_kind: string;
  map_id: string;
  seq: number;
  at: string;
  by: string;
  item: string;
  item_id: string;
  act: string;
  fields: ColumnType<unknown, string, string>;
  evidence_id: string | null;
  reason: string | null;
};

export type ChainPlacesRow = {
  tenant_id: string;
  map_id: string;
  item_id: string;
  x: number;
  y: number;
};

export type ChainSignsRow = {
  tenant_id: string;
  id: string;
  deal_id: string;
  contact_id: string;
  signal: string;
  on_day: string;
  occasion: string | null;
  evidence_id: string;
  recorded_by: string;
  recorded_at: string;
};

export type ChainTellingsRow = {
  tenant_id: string;
  id: string;
  deal_id: string;
  contact_id: string;
  on_day: string;
  statement: string;
  outcome: string;
  settled_on: string | null;
  recorded_by: string;
  recorded_at: string;
};

export type CompanySettingsRow = {
  tenant_id: string;
  name: string | null;
  settings: ColumnType<unknown, string | undefined, string>;
  version: Generated<number>;
};

export type ContactEmploymentsRow = {
  tenant_id: string;
  id: string;
  contact_id: string;
  account_id: string;
  title: string | null;
  department: string | null;
  from_on: string | null;
  to_on: string | null;
};

export type ContactsRow = {
  tenant_id: string;
  id: string;
  name: string;
  account_id: string | null;
  title: string | null;
  department: string | null;
  mobile: string | null;
  phone: string | null;
  email: string | null;
  wechat: string | null;
  owner_id: string | null;
  team_id: string | null;
  tags: Generated<string[]>;
  custom: ColumnType<unknown, string | undefined, string>;
  grams: Generated<string[]>;
  merged_into: string | null;
  import_id: string | null;
  version: Generated<number>;
  created_at: string;
  updated_at: string;
  public_official: Generated<boolean>;
  erased_at: string | null;
  hold_reason: string | null;
  hold_by: string | null;
  hold_at: string | null;
  kept_on: string | null;
  kept_reason: string | null;
  kept_by: string | null;
};

export type CustomFieldsRow = {
  tenant_id: string;
  id: string;
  noun: string;
  key: string;
  label: string;
  label_en: string | null;
  type: string;
  choices: Generated<string[]>;
  position: number;
  archived: Generated<boolean>;
  version: Generated<number>;
};

export type DealLinesRow = {
  tenant_id: string;
  deal_id: string;
  id: string;
  product_id: string;
  quantity: string;
  unit_price: number;
  amount: number;
  position: number;
};

export type DealMembersRow = {
  tenant_id: string;
  deal_id: string;
  user_id: string;
  role: string;
};

export type DealStatesRow = {
  tenant_id: string;
  id: string;
  deal_id: string;
  since: string;
  until: Generated<string>;
  state: string;
  finished: boolean;
  playbook_id: string;
  stage_id: string;
  stay_since: string;
  amount: number | null;
  currency: string;
  close_on: string | null;
  closed_on: string | null;
  owner_id: string | null;
  team_id: string | null;
  grade: string | null;
  origin: string | null;
  buyer_entry: string | null;
  next_state: string | null;
  next_stage: string | null;
  import_id: string | null;
};

export type DealsRow = {
  tenant_id: string;
  id: string;
  name: string;
  account_id: string | null;
  amount: number | null;
  currency: Generated<string>;
  close_on: string | null;
  origin: string | null;
  class: string;
  grade: string | null;
  state: string;
  playbook_id: string;
  playbook_version: number;
  stage_id: string;
  stage_since: string;
  buyer_stage: string | null;
  reason: string | null;
  reason_note: string | null;
  winner: string | null;
  price_gap: number | null;
  revisit_on: string | null;
  closed_on: string | null;
  finished_on: string | null;
  facts: ColumnType<unknown, string | undefined, string>;
  acceptances: ColumnType<unknown, string | undefined, string>;
  overrides: ColumnType<unknown, string | undefined, string>;
  gate_met: Generated<number>;
  gate_total: Generated<number>;
  owner_id: string | null;
  team_id: string | null;
  member_ids: Generated<string[]>;
  tags: Generated<string[]>;
  custom: ColumnType<unknown, string | undefined, string>;
  grams: Generated<string[]>;
  import_id: string | null;
  version: Generated<number>;
  created_at: string;
  updated_at: string;
  former_methods: ColumnType<unknown, string | undefined, string>;
  lints: Generated<string[]>;
  lint_serious: Generated<number>;
};

export type DefaultViewsRow = {
  tenant_id: string;
  user_id: string;
  list: string;
  view_id: string;
};

export type EvaluationModelsRow = {
  tenant_id: string;
  version: number;
  model: ColumnType<unknown, string, string>;
  changed_at: string;
  changed_by: string;
};

export type EventBlankingsRow = {
  tenant_id: string;
  attested_by: string;
  event_id: string;
  hash: string;
};

export type EventSealsRow = {
  tenant_id: string;
  seq: number;
  event_id: string;
  hash: string;
};

export type EventsRow = {
  tenant_id: string;
  id: string;
  at: string;
  actor_id: string | null;
  type: string;
  subject_kind: string;
  subject_id: string;
  account_id: string | null;
  data: ColumnType<unknown, string, string>;
  request_id: string | null;
  salt: string | null;
};

export type EvidenceRow = {
  tenant_id: string;
  id: string;
  deal_id: string;
  kind: string;
  check_id: string | null;
  signal_id: string | null;
  direction: string | null;
  strength: string | null;
  statement: string;
  source_kind: string | null;
  source_id: string | null;
  source_name: string | null;
  observed_on: string | null;
  recorded_at: string;
  recorded_by: string;
  attachment_id: string | null;
  retracts: string | null;
  playbook_id: string | null;
  playbook_version: number | null;
};

export type ExternalIdsRow = {
  tenant_id: string;
  noun: string;
  external_id: string;
  record_id: string;
  import_id: string;
};

export type GiftPeopleRow = {
  tenant_id: string;
  gift_id: string;
  place: number;
  contact_id: string;
  share: number;
};

export type GiftPoliciesRow = {
  tenant_id: string;
  version: number;
  policy: ColumnType<unknown, string, string>;
  changed_at: string;
  changed_by: string;
};

export type GiftsRow = {
  tenant_id: string;
  id: string;
  direction: string;
  kind: string;
  account_id: string;
  deal_id: string | null;
  on_day: string;
  amount: number;
  currency: string;
  unnamed: Generated<number>;
  heads: number;
  purpose: string;
  official: boolean;
  state: string;
  exceeds: ColumnType<unknown, string | undefined, string>;
  owner_id: string;
  team_id: string | null;
  member_ids: Generated<string[]>;
  created_by: string;
  created_at: string;
  decided_by: string | null;
  decided_at: string | null;
  decision: string | null;
  voided_by: string | null;
  voided_at: string | null;
  void_reason: string | null;
  corrects: string | null;
  version: Generated<number>;
};

export type IdempotencyKeysRow = {
  tenant_id: string;
  user_id: string;
  key: string;
  fingerprint: string;
  answer: ColumnType<unknown, string | null | undefined, string | null>;
  at: string;
};

export type ImportChangesRow = {
  tenant_id: string;
  import_id: string;
  noun: string;
  record_id: string;
  before: ColumnType<unknown, string | null | undefined, string | null>;
  version_after: number;
};

export type ImportFaultsRow = {
  tenant_id: string;
  import_id: string;
  row_number: number;
  cells: ColumnType<unknown, string, string>;
  issues: ColumnType<unknown, string, string>;
};

export type ImportPartsRow = {
  tenant_id: string;
  import_id: string;
  position: number;
  content: Buffer;
};

export type ImportsRow = {
  tenant_id: string;
  id: string;
  noun: string;
  file_name: string;
  bytes: Generated<number>;
  state: string;
  layout: ColumnType<unknown, string | null | undefined, string | null>;
  plan: ColumnType<unknown, string | null | undefined, string | null>;
  report: ColumnType<unknown, string | null | undefined, string | null>;
  outcome: ColumnType<unknown, string | undefined, string>;
  undone: ColumnType<unknown, string | null | undefined, string | null>;
  rows_done: Generated<number>;
  rows_total: number | null;
  cancel_asked: Generated<boolean>;
  actor: ColumnType<unknown, string | null | undefined, string | null>;
  failure: string | null;
  created_by: string;
  created_at: string;
  started_at: string | null;
  finished_at: string | null;
  version: Generated<number>;
};

export type InformationRow = {
  tenant_id: string;
  id: string;
  account_id: string | null;
  deal_id: string | null;
  item: string;
  row_id: string | null;
  state: string;
  value: ColumnType<unknown, string | null | undefined, string | null>;
  source_kind: string;
  contact_id: string | null;
  source_note: string | null;
  observed_on: string;
  strength: string;
  recorded_by: string;
  recorded_at: string;
};

export type InvitationsRow = {
  tenant_id: string;
  id: string;
  user_id: string | null;
  drops_second_factor: Generated<boolean>;
  email: string;
  name: string;
  team_id: string | null;
  roles: string[];
  scope: string;
  token_hash: string;
  invited_by: string;
  created_at: string;
  expires_at: string;
  accepted_at: string | null;
  revoked_at: string | null;
  joins_as: string | null;
};

export type LintSettingsRow = {
  tenant_id: string;
  settings: ColumnType<unknown, string, string>;
  version: Generated<number>;
  judged_version: Generated<number>;
  changed_at: string;
  changed_by: string;
};

export type LintWaiversRow = {
  tenant_id: string;
  id: string;
  deal_id: string;
  rule_id: string;
  reason: string;
  until_on: string;
  waived_at: string;
  waived_by: string;
  ended_at: string | null;
};

export type MigrationsRow = {
  name: string;
  checksum: string;
  applied_at: Generated<string>;
};

export type NotesRow = {
  tenant_id: string;
  id: string;
  subject_kind: string;
  subject_id: string;
  account_id: string | null;
  body: string;
  author_id: string;
  created_at: string;
  updated_at: string;
  deleted_at: string | null;
  version: Generated<number>;
};

export type NotificationsRow = {
  tenant_id: string;
  id: string;
  user_id: string;
  event_id: string;
  kind: string;
  subject_kind: string;
  subject_id: string;
  data: ColumnType<unknown, string, string>;
  at: string;
  read_at: string | null;
};

export type PartnerPeopleRow = {
  tenant_id: string;
  id: string;
  partner_id: string;
  name: string;
  title: string | null;
  phone: string | null;
  contact_id: string | null;
  created_at: string;
};

export type PartnerTiesRow = {
  tenant_id: string;
  id: string;
  partner_id: string;
  target: string;
  contact_id: string | null;
  account_id: string | null;
  rival: string | null;
  kind: string;
  strength: number;
  note: string | null;
  source: string;
  created_by: string;
  created_at: string;
};

export type PartnersRow = {
  tenant_id: string;
  id: string;
  name: string;
  name_key: string;
  kind: string;
  credit_code: string | null;
  province: string | null;
  city: string | null;
  state: string;
  state_reason: string | null;
  contract_from: string | null;
  contract_until: string | null;
  note: string | null;
  owner_id: string;
  team_id: string | null;
  member_ids: Generated<string[]>;
  grams: Generated<string[]>;
  version: Generated<number>;
  created_at: string;
  updated_at: string;
};

export type PersonalFactsRow = {
  tenant_id: string;
  id: string;
  contact_id: string;
  kind: string;
  value: string | null;
  basis: string;
  source: string;
  purpose: string;
  reason: string | null;
  consent_on: string | null;
  consent_how: string | null;
  consent_scope: string | null;
  expires_on: string;
  recorded_by: string;
  recorded_at: string;
  blanked_at: string | null;
  blanked_why: string | null;
  version: Generated<number>;
};

export type PlaybookDraftsRow = {
  tenant_id: string;
  id: string;
  playbook_id: string;
  name_zh: string;
  name_en: string;
  source: string;
  base_version: number | null;
  shipped_version: number | null;
  version: Generated<number>;
  created_by: string;
  created_at: string;
  updated_by: string;
  updated_at: string;
};

export type PlaybooksRow = {
  tenant_id: string;
  id: string;
  version: number;
  name_zh: string;
  name_en: string;
  source: string;
  published_at: string;
  shipped_version: number | null;
  own: Generated<boolean>;
  published_by: string | null;
  note: Generated<string>;
  restores: number | null;
};

export type PrivacyPoliciesRow = {
  tenant_id: string;
  version: number;
  policy: ColumnType<unknown, string, string>;
  changed_at: string;
  changed_by: string;
};

export type ProductsRow = {
  tenant_id: string;
  id: string;
  name: string;
  code: string | null;
  line: string;
  unit: string;
  price: number;
  currency: string;
  active: Generated<boolean>;
  version: Generated<number>;
};

export type RegistrationPoliciesRow = {
  tenant_id: string;
  version: number;
  policy: ColumnType<unknown, string, string>;
  changed_at: string;
  changed_by: string;
};

export type RegistrationsRow = {
  tenant_id: string;
  id: string;
  partner_id: string;
  name: string;
  project_key: string;
  account_id: string | null;
  customer_name: string;
  customer_key: string;
  customer_region: string;
  credit_code: string | null;
  amount: number | null;
  currency: string;
  close_on: string | null;
  products: Generated<string[]>;
  brings: string;
  interest: boolean;
  interest_note: string | null;
  handling: string | null;
  commission: string;
  commission_percent: number | null;
  commission_amount: number | null;
  terms_note: string | null;
  terms_state: string;
  terms_by: string | null;
  terms_reason: string | null;
  state: string;
  reason: string | null;
  decided_by: string | null;
  decided_at: string | null;
  protected_from: string | null;
  protected_until: string | null;
  extended_by: string | null;
  extended_at: string | null;
  extension_reason: string | null;
  reminded_for: string | null;
  deal_id: string | null;
  owner_id: string;
  team_id: string | null;
  member_ids: Generated<string[]>;
  version: Generated<number>;
  created_at: string;
  updated_at: string;
};

export type ReviewActsRow = {
  tenant_id: string;
  task_id: string;
  item_id: string;
  point_id: string | null;
};

export type ReviewCommentsRow = {
  tenant_id: string;
  id: string;
  item_id: string;
  author_id: string;
  body: string;
  created_at: string;
  deleted_at: string | null;
};

export type ReviewItemsRow = {
  tenant_id: string;
  id: string;
  review_id: string;
  deal_id: string;
  position: number;
  skipped: Generated<boolean>;
  reasons: Generated<string[]>;
  agenda: ColumnType<unknown, string | null | undefined, string | null>;
  notes: Generated<string>;
  decision: Generated<string>;
  discussed_at: string | null;
  version: Generated<number>;
  updated_by: string | null;
};

export type ReviewPointsRow = {
  tenant_id: string;
  id: string;
  item_id: string;
  kind: string;
  text: string;
  answer: Generated<string>;
  check_id: string | null;
  created_by: string;
  created_at: string;
  version: Generated<number>;
};

export type ReviewsRow = {
  tenant_id: string;
  id: string;
  name: string;
  kind: string;
  team_id: string | null;
  held_on: string;
  state: string;
  chair_id: string;
  member_ids: Generated<string[]>;
  summary: Generated<string>;
  started_at: string | null;
  closed_at: string | null;
  version: Generated<number>;
  created_at: string;
  updated_at: string;
};

export type SalesModesRow = {
  tenant_id: string;
  id: string;
  account_id: string | null;
  deal_id: string | null;
  answers: ColumnType<unknown, string, string>;
  playbook_id: string;
  source: string;
  observed_on: string;
  recorded_at: string;
  recorded_by: string;
};

export type SavedViewsRow = {
  tenant_id: string;
  id: string;
  user_id: string;
  list: string;
  name: string;
  query: string;
  shared: Generated<boolean>;
  created_at: string;
};

export type ShippedDismissalsRow = {
  tenant_id: string;
  playbook_id: string;
  shipped_version: number;
  dismissed_at: string;
  dismissed_by: string;
};

export type StagePacesRow = {
  tenant_id: string;
  playbook_id: string;
  stage_id: string;
  usual_days: number;
  stays: number;
  counted_at: string;
};

export type TasksRow = {
  tenant_id: string;
  id: string;
  title: string;
  due_on: string | null;
  owner_id: string;
  subject_kind: string | null;
  subject_id: string | null;
  account_id: string | null;
  check_id: string | null;
  done_at: string | null;
  created_by: string;
  created_at: string;
  version: Generated<number>;
};

export type TeamsRow = {
  tenant_id: string;
  id: string;
  name: string;
  parent_id: string | null;
  path: string[];
  version: Generated<number>;
};

export type TenantsRow = {
  id: string;
  name: string;
  created_at: Generated<string>;
  settings: ColumnType<unknown, string | undefined, string>;
};

export type UsersRow = {
  tenant_id: string;
  id: string;
  identity_id: string | null;
  name: string;
  email: string;
  title: string | null;
  team_id: string | null;
  roles: string[];
  scope: string;
  active: Generated<boolean>;
  lang: Generated<string>;
  time_zone: Generated<string>;
  settings: ColumnType<unknown, string | undefined, string>;
  signed_in_at: string | null;
  sessions_from: string | null;
  version: Generated<number>;
  created_at: string;
};

/** Every table of schema public by name. */
export type Rows = {
  account_members: AccountMembersRow;
  accounts: AccountsRow;
  api_keys: ApiKeysRow;
  attachment_contents: AttachmentContentsRow;
  attachments: AttachmentsRow;
  auth_account: AuthAccountRow;
  auth_lockouts: AuthLockoutsRow;
  auth_memberships: AuthMembershipsRow;
  auth_session: AuthSessionRow;
  auth_two_factor: AuthTwoFactorRow;
  auth_user: AuthUserRow;
  auth_verification: AuthVerificationRow;
  chain_changes: ChainChangesRow;
  chain_places: ChainPlacesRow;
  chain_signs: ChainSignsRow;
  chain_tellings: ChainTellingsRow;
  company_settings: CompanySettingsRow;
  contact_employments: ContactEmploymentsRow;
  contacts: ContactsRow;
  custom_fields: CustomFieldsRow;
  deal_lines: DealLinesRow;
  deal_members: DealMembersRow;
  deal_states: DealStatesRow;
  deals: DealsRow;
  default_views: DefaultViewsRow;
  evaluation_models: EvaluationModelsRow;
  event_blankings: EventBlankingsRow;
  event_seals: EventSealsRow;
  events: EventsRow;
  evidence: EvidenceRow;
  external_ids: ExternalIdsRow;
  gift_people: GiftPeopleRow;
  gift_policies: GiftPoliciesRow;
  gifts: GiftsRow;
  idempotency_keys: IdempotencyKeysRow;
  import_changes: ImportChangesRow;
  import_faults: ImportFaultsRow;
  import_parts: ImportPartsRow;
  imports: ImportsRow;
  information: InformationRow;
  invitations: InvitationsRow;
  lint_settings: LintSettingsRow;
  lint_waivers: LintWaiversRow;
  migrations: MigrationsRow;
  notes: NotesRow;
  notifications: NotificationsRow;
  partner_people: PartnerPeopleRow;
  partner_ties: PartnerTiesRow;
  partners: PartnersRow;
  personal_facts: PersonalFactsRow;
  playbook_drafts: PlaybookDraftsRow;
  playbooks: PlaybooksRow;
  privacy_policies: PrivacyPoliciesRow;
  products: ProductsRow;
  registration_policies: RegistrationPoliciesRow;
  registrations: RegistrationsRow;
  review_acts: ReviewActsRow;
  review_comments: ReviewCommentsRow;
  review_items: ReviewItemsRow;
  review_points: ReviewPointsRow;
  reviews: ReviewsRow;
  sales_modes: SalesModesRow;
  saved_views: SavedViewsRow;
  shipped_dismissals: ShippedDismissalsRow;
  stage_paces: StagePacesRow;
  tasks: TasksRow;
  teams: TeamsRow;
  tenants: TenantsRow;
  users: UsersRow;
};
