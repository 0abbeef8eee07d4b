-- New slices wait in a list which every search reads from end to end: at most 512 KB of it, instead of 4 MB.
alter index accounts_grams set (gin_pending_list_limit = 512);
alter index contacts_grams set (gin_pending_list_limit = 512);
alter index deals_grams set (gin_pending_list_limit = 512);
