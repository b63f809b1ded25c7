-- What was decided of a request for the record, who may not see a file because they know the family, and when an emergency opening
-- ended or was seen are sealed as well (decision 0009). A row that waits is found by an index that holds nothing else.
alter table access_decision add column sealed boolean not null default false;
create index access_decision_unsealed on access_decision (area_id, decided_at, id) where not sealed;
grant update (sealed) on access_decision to goldthread_recorder;

alter table break_glass add column end_sealed boolean not null default false, add column seen_sealed boolean not null default false;
create index break_glass_end_unsealed on break_glass (area_id, ended_at, id) where ended_at is not null and not end_sealed;
create index break_glass_seen_unsealed on break_glass (area_id, seen_at, id) where seen_at is not null and not seen_sealed;

-- A name of its own for each, and who decided of it where it was found.
alter table conflict_of_interest add column id uuid not null default gen_random_uuid();
alter table conflict_of_interest add column decided_by uuid references post, add column ended_by uuid references post;
alter table conflict_of_interest add column sealed boolean not null default false, add column end_sealed boolean not null default false;
create unique index conflict_of_interest_id on conflict_of_interest (area_id, id);
create index conflict_of_interest_unsealed on conflict_of_interest (area_id, since, id) where not sealed;
create index conflict_of_interest_end_unsealed on conflict_of_interest (area_id, ended_at, id) where ended_at is not null and not end_sealed;

-- Who looked, summed: what a privacy officer asks of weeks is read from a row for each day, person and file, and what is unusual from
-- the few rows that are marked. Derived from the reading log by a job and rebuildable from it: a look that is not summed yet is
-- counted from the log itself.
alter table reading_log add column summed boolean not null default false;
create index reading_log_unsummed on reading_log (area_id, at, id) where not summed;
create index reading_log_practitioner on reading_log (area_id, practitioner_id, at);
grant update (summed) on reading_log to goldthread_recorder;
drop policy reader_writes on reading_log;
create policy reader_writes on reading_log for insert to goldthread_reader
  with check (post_id = (select context_post()) and practitioner_id = (select context_practitioner()) and not sealed and not summed);

-- Days are London's.
create table reading_of_day (
  area_id uuid not null references area,
  case_id uuid not null,
  day date not null,
  practitioner_id uuid not null,
  post_id uuid not null,
  looks integer not null,
  last_at timestamptz not null,
  -- At night and at weekends.
  out_of_hours integer not null,
  -- Whether what follows is worked out. It is again when people of the file are recorded.
  checked boolean not null default false,
  -- Somebody on the file has the reader's last name; lives where the reader does; the reader does not work on the file.
  own_name boolean not null default false,
  own_street boolean not null default false,
  stranger boolean not null default false,
  primary key (area_id, case_id, day, practitioner_id, post_id)
);
create index reading_of_day_person on reading_of_day (area_id, practitioner_id, day) include (case_id);
create index reading_of_day_unchecked on reading_of_day (area_id, day) where not checked;
create index reading_of_day_own on reading_of_day (area_id, day) where own_name or own_street;
create index reading_of_day_stranger on reading_of_day (area_id, day) include (case_id, practitioner_id, post_id, looks) where stranger;
create index reading_of_day_out_of_hours on reading_of_day (area_id, day) include (practitioner_id, post_id, case_id, out_of_hours) where out_of_hours > 0;

-- How many files somebody looked at in a day, and on an average day of the 90 before on which they looked at any.
create table reading_day (
  area_id uuid not null references area,
  practitioner_id uuid not null,
  day date not null,
  post_id uuid not null,
  files integer not null,
  usual double precision,
  past integer not null default 0,
  primary key (area_id, practitioner_id, day)
);
create index reading_day_many on reading_day (area_id, day) where files >= 15;
create table reading_hour (
  area_id uuid not null references area,
  day date not null,
  hour smallint not null,
  looks integer not null,
  primary key (area_id, day, hour)
);
-- Up to which fact the people of files were compared with who looked at them.
alter table area add column readings_checked uuid;
grant update (readings_checked) on area to goldthread_recorder;

do $$
declare name text;
begin
  foreach name in array array['reading_of_day', 'reading_day', 'reading_hour'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy recorder on %I to goldthread_recorder using (true) with check (true)', name);
    execute format('grant select, insert, update, delete on %I to goldthread_recorder', name);
    execute format('grant select on %I to goldthread_reader', name);
  end loop;
end $$;
-- Seen by whom the log itself is: privacy officers of the area's authority, without files that are closed to them.
create policy reader on reading_of_day for select to goldthread_reader
  using (area_id in (select a.area_id from post_area a join post p on p.id = a.post_id
      join area_agency g on g.area_id = a.area_id and g.agency_id = p.agency_id and g.is_authority
      where a.post_id = (select context_post()) and p.role = 'privacy-officer')
    and case_id not in (select c.case_id from conflict_of_interest c
      where c.practitioner_id = (select context_practitioner()) and c.ended_at is null));
create policy reader on reading_day for select to goldthread_reader
  using (area_id in (select a.area_id from post_area a join post p on p.id = a.post_id
      join area_agency g on g.area_id = a.area_id and g.agency_id = p.agency_id and g.is_authority
      where a.post_id = (select context_post()) and p.role = 'privacy-officer'));
create policy reader on reading_hour for select to goldthread_reader
  using (area_id in (select a.area_id from post_area a join post p on p.id = a.post_id
      join area_agency g on g.area_id = a.area_id and g.agency_id = p.agency_id and g.is_authority
      where a.post_id = (select context_post()) and p.role = 'privacy-officer'));

-- Where a practitioner lives, as they say: compared with the people of files, and with nothing else. Nobody but they reads it.
create table practitioner_home (
  practitioner_id uuid primary key references practitioner,
  postcode text not null,
  declared_at timestamptz not null
);
alter table practitioner_home enable row level security;
create policy recorder on practitioner_home to goldthread_recorder using (true) with check (true);
create policy reader on practitioner_home for select to goldthread_reader
  using (practitioner_id = (select context_practitioner()));
grant select on practitioner_home to goldthread_reader;
grant select, insert, update, delete on practitioner_home to goldthread_recorder;
