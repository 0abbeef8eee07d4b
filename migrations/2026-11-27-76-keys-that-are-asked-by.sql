-- A deal's states are asked for by the deal, notifications by whose they are: keys that begin so need no second index beside them,
-- which every stage move would write, too. The deal's own key already says whose tenant a state is.
alter table deal_states drop constraint deal_states_pkey;
alter table deal_states add primary key (tenant_id, deal_id, id);
drop index deal_states_deal;
drop index deal_states_now;
alter table deal_states drop constraint deal_states_tenant_id_fkey;

alter table notifications drop constraint notifications_pkey;
alter table notifications add primary key (tenant_id, user_id, id);
drop index notifications_mine;
