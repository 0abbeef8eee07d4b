-- Colleagues come in by a file, too: without a sign-in, until somebody invites them as who they are already.
alter table imports drop constraint imports_noun_check;
alter table imports add constraint imports_noun_check check (noun in ('account', 'contact', 'deal', 'product', 'user'));

-- Set: the link leads a colleague in who is here already, with all that is hers.
alter table invitations add column joins_as uuid;
alter table invitations add foreign key (tenant_id, joins_as) references users (tenant_id, id);
