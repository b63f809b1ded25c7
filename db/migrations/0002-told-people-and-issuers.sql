-- People whom an agency was told of: one row for each disclosed fact about a person and each agency that it reached, with what
-- that fact says and no more. They are put together when they are looked for, from the rows that the reader may see at that
-- moment: what was recalled or has run out takes nothing else with it, and needs no row to be touched.
create table search_told (
  area_id uuid not null,
  agency_id uuid not null,
  root uuid not null,
  case_id uuid not null,
  compartment_id uuid not null,
  -- The order in which the case knows its facts: a later one stands before an earlier one.
  place integer not null,
  role text not null,
  -- Nothing where the fact does not speak of it; empty where it does and has no words.
  forenames text,
  surname text,
  birth_day date,
  postcode text,
  nhs_number text,
  upn text,
  reference text,
  primary key (area_id, agency_id, root)
);
create index search_told_case on search_told (area_id, case_id);
create table search_told_key (
  area_id uuid not null,
  agency_id uuid not null,
  key text not null,
  root uuid not null,
  case_id uuid not null,
  primary key (area_id, agency_id, key, root)
);
create index search_told_key_case on search_told_key (area_id, case_id);
-- Whether one fact is disclosed to an agency.
create index disclosed_fact_root on disclosed_fact (agency_id, root);

alter table search_told enable row level security;
alter table search_told_key enable row level security;
create policy recorder on search_told to goldthread_recorder using (true) with check (true);
create policy recorder on search_told_key to goldthread_recorder using (true) with check (true);
grant select, insert, delete on search_told, search_told_key to goldthread_recorder;

-- The agency's own rows are few among all, and the index begins with them; then the one form for what is disclosed.
create policy reader on search_told for select to goldthread_reader
  using (agency_id = (select context_agency()) and exists (select from disclosed d where d.root = search_told.root));
create policy reader on search_told_key for select to goldthread_reader
  using (agency_id = (select context_agency()) and exists (select from disclosed d where d.root = search_told_key.root));
grant select on search_told, search_told_key to goldthread_reader;

-- A subject names somebody for ever, but only at the provider that says so: another one may give the same to somebody else.
-- Nothing for those who were bound before; they are given the issuer with which they sign in next.
alter table practitioner add column issuer text;
alter table practitioner drop constraint practitioner_subject_key;
alter table practitioner add constraint practitioner_bound_once unique (issuer, subject);
grant update (issuer) on practitioner to goldthread_door;
