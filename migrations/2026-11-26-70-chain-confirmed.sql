-- That somebody still is as the map says is a row of its history, too: it changes no attribute.
alter table chain_changes drop constraint chain_changes_act_check,
  add constraint chain_changes_act_check check (act in ('added', 'changed', 'removed', 'confirmed'));
