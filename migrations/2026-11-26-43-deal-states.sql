-- What each deal was, and from when to when: the funnel's memory 漏斗与历史 (Domain §15). A row for each change of what a
-- pipeline is counted by; commands write it in their transaction (deals/deal-states-store.server.ts). A row's content
-- never changes; the next row ends it.
create table deal_states (
  tenant_id uuid not null references tenants,
  id uuid not null,
  deal_id uuid not null,
  since timestamptz not null,
  -- The row holds at an instant t with since <= t < until.
  until timestamptz not null default 'infinity',
  state text not null check (state in ('open', 'parked', 'won', 'lost')),
  finished boolean not null,
  playbook_id text not null,
  stage_id text not null,
  -- When the deal came to stand in this stage in this state; later rows of the same stay repeat it.
  stay_since timestamptz not null,
  -- Minor units; null while nobody knows.
  amount bigint,
  currency text not null,
  close_on date,
  closed_on date,
  owner_id uuid,
  team_id uuid,
  grade text,
  origin text,
  -- The buyer's step when we came in.
  buyer_entry text,
  -- What it became; null while it is so.
  next_state text,
  next_stage text,
  -- Told by an imported file: nobody saw it, so it says nothing of how long deals stay in a stage.
  import_id uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, deal_id) references deals (tenant_id, id) on delete cascade
);
create index deal_states_deal on deal_states (tenant_id, deal_id, since);
create index deal_states_now on deal_states (tenant_id, deal_id) where until = 'infinity';
create index deal_states_since on deal_states (tenant_id, since);
create index deal_states_until on deal_states (tenant_id, until);
create index deal_states_open on deal_states (tenant_id, until, since) where state = 'open';
create index deal_states_live on deal_states (tenant_id, playbook_id, stage_id)
  where until = 'infinity' and (state = 'open' or (state = 'won' and not finished));
create index deal_states_closed on deal_states (tenant_id, closed_on) where until = 'infinity' and state in ('won', 'lost');
alter table deal_states enable row level security;
create policy tenant on deal_states using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
revoke update, delete on deal_states from longmen_tenant;
grant update (until, next_state, next_stage) on deal_states to longmen_tenant;

-- Deals that are here already: their events folded in order give what they were. An imported deal begins and ends on the
-- days that its file told (its marked stage_moves), with what else the import told of it.
create aggregate folded(jsonb) (sfunc = jsonb_concat, stype = jsonb, initcond = '{}');

insert into deal_states (tenant_id, id, deal_id, since, until, state, finished, playbook_id, stage_id, stay_since, amount,
  currency, close_on, closed_on, owner_id, team_id, grade, origin, buyer_entry, next_state, next_stage, import_id)
with told as (
  select e.tenant_id, e.subject_id as deal_id, e.at, e.id as place, null::uuid as import_id, e.data -> 'after' as after
  from events e
  where e.subject_kind = 'deal' and e.type like 'deal.%' and e.data ? 'after' and not (e.type = 'deal.imported'
    and exists (select from stage_moves m where m.tenant_id = e.tenant_id and m.deal_id = e.subject_id and m.import_id is not null))
  union all
  select m.tenant_id, m.deal_id, m.at, m.id, m.import_id, e.data -> 'after' || jsonb_build_object('stageId', m.to_stage) ||
    case m.kind when 'entered' then '{"state": "open", "finishedOn": null, "closedOn": null}' else '{}' end::jsonb
  from stage_moves m
  join events e on e.tenant_id = m.tenant_id and e.subject_id = m.deal_id and e.type = 'deal.imported'
  where m.import_id is not null
), counted as (
  select t.tenant_id, t.deal_id, t.at, t.place, t.import_id,
    (select jsonb_object_agg(case key when 'facts' then 'buyerEntry' else key end,
        case key when 'facts' then coalesce(value -> 'values' -> 'deal.enteredAt', 'null') else value end)
      from jsonb_each(t.after) where key in ('state', 'finishedOn', 'playbookId', 'stageId', 'amount', 'currency', 'closeOn',
        'closedOn', 'ownerId', 'teamId', 'grade', 'origin', 'facts')) as after
  from told t join deals d on d.tenant_id = t.tenant_id and d.id = t.deal_id
), was as (
  select tenant_id, deal_id, at, place, import_id,
    folded(after) over (partition by tenant_id, deal_id order by at, place) as now
  from counted where after is not null
), rows as (
  select tenant_id, deal_id, at, place, import_id, now ->> 'state' as state, now ->> 'finishedOn' is not null as finished,
    now ->> 'playbookId' as playbook_id, now ->> 'stageId' as stage_id, (now ->> 'amount')::bigint as amount,
    now ->> 'currency' as currency, (now ->> 'closeOn')::date as close_on, (now ->> 'closedOn')::date as closed_on,
    (now ->> 'ownerId')::uuid as owner_id, (now ->> 'teamId')::uuid as team_id, now ->> 'grade' as grade,
    now ->> 'origin' as origin, now ->> 'buyerEntry' as buyer_entry
  from was where now ?& '{state,playbookId,stageId,currency}'
), seen as (
  select r.*, lag(row(r.state, r.finished, r.playbook_id, r.stage_id, r.amount, r.currency, r.close_on, r.closed_on,
      r.owner_id, r.team_id, r.grade, r.origin, r.buyer_entry)) over past
      is distinct from row(r.state, r.finished, r.playbook_id, r.stage_id, r.amount, r.currency, r.close_on, r.closed_on,
      r.owner_id, r.team_id, r.grade, r.origin, r.buyer_entry) as changes
  from rows r window past as (partition by r.tenant_id, r.deal_id order by r.at, r.place)
), changed as (
  select s.*, lag(row(state, playbook_id, stage_id)) over past is distinct from row(state, playbook_id, stage_id) as moves
  from seen s where changes window past as (partition by tenant_id, deal_id order by at, place)
), stays as (
  select c.*, count(*) filter (where moves) over (partition by tenant_id, deal_id order by at, place) as stay from changed c
)
select tenant_id, gen_random_uuid(), deal_id, at, coalesce(lead(at) over past, 'infinity'), state, finished, playbook_id,
  stage_id, min(at) over (partition by tenant_id, deal_id, stay), amount, currency, close_on, closed_on, owner_id, team_id,
  grade, origin, buyer_entry, lead(state) over past, lead(stage_id) over past, import_id
from stays window past as (partition by tenant_id, deal_id order by at, place);

drop aggregate folded(jsonb);

-- Where the events do not tell all (an owner who changed teams took her deals along; an import was taken back), the row
-- that stands now says it.
with drifted as (
  select d.tenant_id, d.id, s.id as last, greatest(d.updated_at, s.since) as at,
    s.stay_since, s.state = d.state and s.playbook_id = d.playbook_id and s.stage_id = d.stage_id as stays
  from deals d left join deal_states s on s.tenant_id = d.tenant_id and s.deal_id = d.id and s.until = 'infinity'
  where (s.state, s.finished, s.playbook_id, s.stage_id, s.amount, s.currency, s.close_on, s.closed_on, s.owner_id, s.team_id,
      s.grade, s.origin, s.buyer_entry)
    is distinct from (d.state, d.finished_on is not null, d.playbook_id, d.stage_id, d.amount, d.currency, d.close_on,
      d.closed_on, d.owner_id, d.team_id, d.grade, d.origin, d.facts -> 'values' ->> 'deal.enteredAt')
), ended as (
  update deal_states s set until = x.at, next_state = d.state, next_stage = d.stage_id
  from drifted x join deals d on d.tenant_id = x.tenant_id and d.id = x.id
  where s.tenant_id = x.tenant_id and s.id = x.last
)
insert into deal_states (tenant_id, id, deal_id, since, state, finished, playbook_id, stage_id, stay_since, amount,
  currency, close_on, closed_on, owner_id, team_id, grade, origin, buyer_entry)
select d.tenant_id, gen_random_uuid(), d.id, x.at, d.state, d.finished_on is not null, d.playbook_id, d.stage_id,
  case when x.stays then x.stay_since else x.at end, d.amount, d.currency, d.close_on, d.closed_on, d.owner_id, d.team_id,
  d.grade, d.origin, d.facts -> 'values' ->> 'deal.enteredAt'
from drifted x join deals d on d.tenant_id = x.tenant_id and d.id = x.id;
