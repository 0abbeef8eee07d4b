-- What a name begins with, as a slice of its own (platform/search): such names are found first. Pinyin follows with the
-- next change of a record.
update accounts set grams = grams || ('^' || lower(left(name, 2))) where char_length(name) >= 2;
update contacts set grams = grams || ('^' || lower(left(name, 2))) where char_length(name) >= 2;
update deals set grams = grams || ('^' || lower(left(name, 2))) where char_length(name) >= 2;
