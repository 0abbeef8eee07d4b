-- Who was dealt with between two days (Domain §12): read from the index alone, past evidence that names nobody.

create index evidence_sourced on evidence (tenant_id, recorded_at, source_id) where source_id is not null;
drop index events_contact;
create index events_contact on events (tenant_id, at, subject_id) include (type, actor_id) where subject_kind = 'contact';
