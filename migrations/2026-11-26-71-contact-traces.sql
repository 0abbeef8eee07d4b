-- When somebody was last dealt with (Domain §12): found by her, and by when.

create index evidence_source on evidence (tenant_id, source_id, recorded_at) where source_id is not null;
create index events_contact on events (tenant_id, at, subject_id) where subject_kind = 'contact';
create index contacts_kept on contacts (tenant_id, kept_on) where kept_on is not null;
