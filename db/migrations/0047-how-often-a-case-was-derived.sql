-- How often the derived rows of a case were written: who knows them as they stood then need not read them again.
alter table case_file add column derivation integer not null default 0;
