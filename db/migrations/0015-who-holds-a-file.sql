-- Who holds a file, and which files are of one child: what another agency opened comes to a team; files of one child are joined and
-- can be taken apart again; a file is restricted, and no longer. Each change is a row with its reason, never altered.

-- What a standing group is for, where something hangs on it: not its name, which each authority chooses.
alter table holder add column purpose text check (purpose in ('front-door', 'privacy'));
update holder set purpose = case name when 'Front door' then 'front-door' else 'privacy' end
  where kind = 'role' and name in ('Front door', 'Privacy');

-- Another agency opened it and told the authority, and no team was given it yet.
alter table case_file add column waits_for_team boolean not null default false;
create index case_file_waiting on case_file (area_id) where waits_for_team;
update case_file c set waits_for_team = true
  where c.team_id is null
    and exists (select from disclosure d join area_agency a on a.area_id = d.area_id and a.agency_id = d.to_agency_id and a.is_authority
      where d.area_id = c.area_id and d.case_id = c.id)
    and exists (select from fact f join area_agency a on a.area_id = f.area_id and a.agency_id = f.agency_id and not a.is_authority
      where f.area_id = c.area_id and f.case_id = c.id and f.number = 1);

create table case_holding (
  area_id uuid not null references area,
  id uuid not null,
  case_id uuid not null,
  change text not null check (change in ('taken-in', 'restricted', 'shielded', 'lifted')),
  -- The team that holds the file from then on.
  team_id uuid references holder,
  why text not null,
  changed_at timestamptz not null,
  changed_by uuid not null references post,
  sealed boolean not null default false,
  primary key (area_id, id),
  foreign key (area_id, case_id) references case_file
);
create index case_holding_case on case_holding (area_id, case_id);
create index case_holding_unsealed on case_holding (area_id, changed_at, id) where not sealed;
alter table case_holding enable row level security;
create policy recorder on case_holding to goldthread_recorder using (true) with check (true);
create policy reader on case_holding for select to goldthread_reader
  using (exists (select from granted g where g.area_id = case_holding.area_id and g.case_id = case_holding.case_id and not g.apart));
grant select on case_holding to goldthread_reader;
grant select, insert, update (sealed) on case_holding to goldthread_recorder;

-- Two files of one child. No row was ever written before.
alter table person_link add column undone_why text;
-- The team that came to hold the first file because it was joined to the other: it goes with the link.
alter table person_link add column team_id uuid references holder;
alter table person_link add column sealed boolean not null default false, add column undone_sealed boolean not null default false;
create unique index person_link_pair on person_link (area_id, least(case_id, other_case_id), greatest(case_id, other_case_id))
  where undone_at is null;
create index person_link_case on person_link (area_id, case_id);
create index person_link_other on person_link (other_area_id, other_case_id);
create index person_link_unsealed on person_link (area_id, linked_at, id) where not sealed;
create index person_link_undone_unsealed on person_link (area_id, undone_at, id) where undone_at is not null and not undone_sealed;

-- The day on which a provision of an Act begins: each time somebody names one, or takes it back, is a row of its own; the latest holds.
alter table commencement drop constraint commencement_pkey;
alter table commencement alter column begins_on drop not null;
alter table commencement add column id uuid primary key default gen_random_uuid();
-- In the order in which they were decided, also where the clock stands still.
alter table commencement add column number bigint generated always as identity;
alter table commencement add column area_id uuid references area;
alter table commencement add column approved_by text not null default '';
alter table commencement add column why text not null default '';
alter table commencement add column decided_at timestamptz not null default now();
alter table commencement add column decided_by uuid references post;
alter table commencement add column sealed boolean not null default false;
create index commencement_unsealed on commencement (area_id, decided_at, id) where not sealed;
revoke update on commencement from goldthread_recorder;
grant update (sealed) on commencement to goldthread_recorder;
