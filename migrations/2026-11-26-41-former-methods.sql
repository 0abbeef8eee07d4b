-- Deals change version and method; what was said under the former one stays and is read by the present one (ADR 0010).

-- The methods that the deal has stood in, the first first, and how their checks read now (FormerMethod of deals/deal.ts).
alter table deals add column former_methods jsonb not null default '[]';

-- The method that the evidence was recorded under. Null: recorded before deals could change theirs, so it is the first
-- that the deal had.
alter table evidence add column playbook_id text;
alter table evidence add column playbook_version int;
alter table evidence add foreign key (tenant_id, playbook_id, playbook_version) references playbooks (tenant_id, id, version);

alter table stage_moves drop constraint stage_moves_kind_check;
alter table stage_moves add constraint stage_moves_kind_check check (kind in ('entered', 'advanced', 'overridden',
  'movedBack', 'won', 'finished', 'lost', 'parked', 'reopened', 'migrated'));
