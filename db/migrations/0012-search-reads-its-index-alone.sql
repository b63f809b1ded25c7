-- A common first name has thousands of keys. Who may see them, and whose they are, is read from the index without the table.
alter table search_key drop constraint search_key_pkey;
alter table search_key add primary key (area_id, key, person_id) include (compartment_id);
alter table search_told_key drop constraint search_told_key_pkey;
alter table search_told_key add primary key (area_id, agency_id, key, root) include (case_id);
