-- How often a deal's close day moved is asked at every command: found without reading all that ever happened to the deal.
create index events_close_moves on events (tenant_id, subject_id, id)
  where type like 'deal.%' and data #> '{before,closeOn}' is not null;
