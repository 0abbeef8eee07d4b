-- An imported deal says when it began and ended. Its moves are marked: nobody saw them, so they tell nothing of how long
-- deals stay in a stage. They go with the deal when the import is taken back; alone nobody may delete one.
alter table stage_moves add column import_id uuid;
alter table stage_moves drop constraint stage_moves_tenant_id_deal_id_fkey;
alter table stage_moves add foreign key (tenant_id, deal_id) references deals (tenant_id, id) on delete cascade;
