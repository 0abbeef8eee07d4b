-- Erasing a person 删除个人信息 (Domain §12), without a hole in the audit chain.

-- A legal hold 法律保全 refuses erasure; whoever was erased stays as a pseudonym.
alter table contacts
  add column erased_at timestamptz,
  add column hold_reason text,
  add column hold_by uuid,
  add column hold_at timestamptz;

-- Of events from now on: sealed with them, and taken away with what is blanked, so that nobody guesses it by its hash.
alter table events add column salt text;

-- Events whose personal data was blanked. Which, and what was left of each, is told by the digest in the event of the
-- erasure, which is sealed itself: so the chain stays verifiable, and a blanking that nobody attested is a change.
create table event_blankings (
  tenant_id uuid not null references tenants,
  attested_by uuid not null,
  event_id uuid not null,
  -- SHA-256 of what is left.
  hash text not null,
  primary key (tenant_id, attested_by, event_id),
  foreign key (tenant_id, event_id) references events (tenant_id, id)
);
create index event_blankings_event on event_blankings (tenant_id, event_id, attested_by);

alter table event_blankings enable row level security;
create policy tenant on event_blankings using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
revoke update, delete on event_blankings from longmen_tenant;

-- What else is append-only lets go of names and numbers, and of nothing else.
grant update (data, salt) on events to longmen_tenant;
grant update (statement, source_name) on evidence to longmen_tenant;
grant update (reason) on stage_moves to longmen_tenant;
grant update (purpose) on gifts to longmen_tenant;
grant update (value, source_note) on information to longmen_tenant;
