-- A shipped version of a playbook, on offer, for which a company said 'not now'. It can still be taken in; the next
-- shipped version is offered again. One row for a playbook: the last said so.
create table shipped_dismissals (
  tenant_id uuid not null references tenants,
  playbook_id text not null,
  shipped_version int not null,
  dismissed_at timestamptz not null,
  dismissed_by uuid not null,
  primary key (tenant_id, playbook_id),
  foreign key (tenant_id, dismissed_by) references users (tenant_id, id)
);
alter table shipped_dismissals enable row level security;
create policy tenant on shipped_dismissals using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
