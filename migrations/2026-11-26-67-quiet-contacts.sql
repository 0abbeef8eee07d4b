-- Contacts without activity 久未往来的联系人 (Domain §12): somebody looked at one and said why she is kept.

alter table contacts
  add column kept_on date,
  add column kept_reason text,
  add column kept_by uuid;
