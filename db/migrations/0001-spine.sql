-- The spine: areas and people who work in them, cases and their facts, who may see what, and what is derived.
-- The area's id comes first in every key that is not global. Every table has row security: what a role may see
-- is said in one place per table. Nothing is ever updated or deleted in `fact`; `narrative` loses text only by
-- the redactor's and the disposer's hand.

-- Who and where ------------------------------------------------------------------------------------------------

create table area (
  id uuid primary key,
  kind text not null check (kind in ('authority', 'partnership', 'national')),
  name text not null
);
create table area_code (
  area_id uuid not null references area,
  scheme text not null check (scheme in ('dfe', 'ons')),
  code text not null,
  from_day date not null,
  to_day date,
  primary key (scheme, code, from_day)
);
create table agency (
  id uuid primary key,
  kind text not null,
  name text not null,
  telephone text
);
create table area_agency (
  area_id uuid not null references area,
  agency_id uuid not null references agency,
  is_authority boolean not null default false,
  primary key (area_id, agency_id)
);
create table practitioner (
  id uuid primary key,
  sign_in text not null unique,
  name text not null,
  subject text unique
);
-- A holder is what access is granted to: a team, or the standing group of a role within an agency.
create table holder (
  id uuid primary key,
  agency_id uuid not null references agency,
  area_id uuid not null references area,
  kind text not null check (kind in ('team', 'role', 'person')),
  name text not null
);
create table post (
  id uuid primary key,
  practitioner_id uuid not null references practitioner,
  agency_id uuid not null references agency,
  role text not null,
  title text not null,
  from_at timestamptz not null,
  until_at timestamptz
);
create table post_area (
  post_id uuid not null references post,
  area_id uuid not null references area,
  primary key (post_id, area_id)
);
create table post_holder (
  post_id uuid not null references post,
  holder_id uuid not null references holder,
  primary key (post_id, holder_id)
);

-- Cases and facts ----------------------------------------------------------------------------------------------

create table case_file (
  area_id uuid not null references area,
  id uuid not null,
  kind text not null,
  reference text not null,
  restriction text not null default 'none' check (restriction in ('none', 'restricted', 'shielded')),
  team_id uuid references holder,
  worker_post_id uuid references post,
  next_number integer not null default 1,
  head bytea not null default ''::bytea,
  primary key (area_id, id),
  unique (area_id, reference)
);
create table compartment (
  area_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  agency_id uuid not null references agency,
  sensitivity text not null,
  primary key (area_id, id),
  unique (area_id, case_id, agency_id, sensitivity),
  foreign key (area_id, case_id) references case_file
);
create table compartment_grant (
  area_id uuid not null,
  compartment_id uuid not null,
  case_id uuid not null,
  holder_id uuid not null references holder,
  starts_at timestamptz not null,
  ends_at timestamptz,
  reason text not null,
  primary key (area_id, compartment_id, holder_id, starts_at),
  foreign key (area_id, compartment_id) references compartment
);
-- Row security asks one way or the other: for all that a holder is granted, or whether one compartment or case is among it.
create index compartment_grant_holder on compartment_grant (holder_id) include (area_id, compartment_id, case_id, starts_at, ends_at);
create index compartment_grant_case on compartment_grant (area_id, case_id, holder_id);

create table fact (
  area_id uuid not null,
  case_id uuid not null,
  number integer not null,
  id uuid not null,
  root uuid not null,
  act text not null check (act in ('record', 'correct', 'strike-out', 'disagree', 'redact', 'dispose')),
  kind text not null,
  shape smallint not null,
  happened_from date not null,
  happened_to date not null,
  certainty text not null check (certainty in ('day', 'month', 'year', 'about')),
  happened_at timestamptz,
  recorded_at timestamptz not null,
  recorded_by uuid references post,
  agency_id uuid not null references agency,
  compartment_id uuid not null,
  about uuid,
  answers text,
  occasion uuid,
  moved_from uuid,
  source text,
  import_id uuid,
  submission_id uuid not null,
  submission_part smallint not null,
  data jsonb not null,
  narrative_commitment bytea not null,
  hash bytea not null,
  primary key (area_id, case_id, number),
  check (happened_from <= happened_to)
);
create unique index fact_id on fact (area_id, id);
create index fact_occasion on fact (area_id, occasion) where occasion is not null;
create unique index fact_submission on fact (area_id, submission_id, submission_part);
create table narrative (
  area_id uuid not null,
  case_id uuid not null,
  fact_id uuid not null,
  field text not null,
  compartment_id uuid not null,
  commitment bytea not null,
  text text,
  salt bytea,
  primary key (area_id, case_id, fact_id, field)
);

-- Disclosure: what an agency let another one know, why, and until when --------------------------------------------

create table disclosure (
  area_id uuid not null references area,
  id uuid not null,
  case_id uuid not null,
  from_agency_id uuid not null references agency,
  to_agency_id uuid not null references agency,
  basis text not null,
  necessity text not null,
  family_told text not null check (family_told in ('yes', 'no', 'later')),
  not_told_why text,
  not_told_until date,
  reached_at timestamptz not null,
  until_at timestamptz,
  recalled_at timestamptz,
  recorded_by uuid references post,
  submission_id uuid not null,
  primary key (area_id, id),
  unique (area_id, submission_id)
);
create table disclosed_fact (
  area_id uuid not null,
  disclosure_id uuid not null,
  case_id uuid not null,
  root uuid not null,
  agency_id uuid not null,
  reached_at timestamptz not null,
  until_at timestamptz,
  -- The agency works on the case itself: those of it who are granted the case see this, not the whole agency.
  by_grant boolean not null,
  primary key (area_id, disclosure_id, root),
  foreign key (area_id, disclosure_id) references disclosure
);
create index disclosed_fact_agency on disclosed_fact (agency_id) include (root, area_id, case_id, reached_at, until_at, by_grant);
create index disclosed_fact_case on disclosed_fact (area_id, case_id);
create table disclosure_refusal (
  area_id uuid not null references area,
  id uuid not null,
  case_id uuid not null,
  by_agency_id uuid not null references agency,
  to_agency_id uuid not null references agency,
  answer text not null check (answer in ('nothing-held', 'held-not-shared')),
  why text,
  recorded_at timestamptz not null,
  recorded_by uuid references post,
  primary key (area_id, id)
);

-- Everything of a kind, until a day: what is recorded meanwhile is disclosed as it is recorded.
create table standing_disclosure (
  area_id uuid not null,
  disclosure_id uuid not null,
  case_id uuid not null,
  kind text not null,
  primary key (area_id, disclosure_id, kind),
  foreign key (area_id, disclosure_id) references disclosure
);
create index standing_disclosure_case on standing_disclosure (area_id, case_id);

-- Somebody's own family, neighbours, colleagues: no post of theirs overrides it.
create table conflict_of_interest (
  area_id uuid not null references area,
  case_id uuid not null,
  practitioner_id uuid not null references practitioner,
  how text not null check (how in ('declared', 'found')),
  since timestamptz not null,
  ended_at timestamptz,
  primary key (area_id, case_id, practitioner_id, since)
);
create index conflict_of_interest_practitioner on conflict_of_interest (practitioner_id) include (case_id, ended_at);

-- Opening what one may not see, for minutes: the grant that it brings ends by itself; the review does not go away.
create table break_glass (
  area_id uuid not null references area,
  id uuid not null,
  case_id uuid not null,
  post_id uuid not null references post,
  reason text not null,
  scope text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  told_practitioner_id uuid not null references practitioner,
  reviewed_by uuid references post,
  reviewed_at timestamptz,
  outcome text,
  primary key (area_id, id)
);

-- Derived: replaced with each fact, rebuildable whole -----------------------------------------------------------

create table duty (
  area_id uuid not null,
  case_id uuid not null,
  id text not null,
  rule text not null,
  trigger_root uuid not null,
  agency_id uuid not null,
  actor_compartment_id uuid not null,
  trigger_compartment_id uuid not null,
  team_id uuid,
  worker_post_id uuid,
  edition text not null,
  inherited boolean not null,
  known_since timestamptz not null,
  from_day date not null,
  due_earliest date,
  due_latest date,
  due_earliest_at timestamptz,
  due_latest_at timestamptz,
  met_by uuid,
  met_from date,
  met_to date,
  late text,
  lapsed_by uuid,
  lapsed_on date,
  lapsed_why text,
  not_known_from text,
  remark text,
  -- Of everything above: tells at a glance whether a derivation changed the row.
  fingerprint text not null,
  primary key (area_id, case_id, id)
);
create index duty_team_due on duty (area_id, team_id, due_latest)
  where met_by is null and not_known_from is null;
create index duty_worker_due on duty (area_id, worker_post_id, due_latest)
  where met_by is null and not_known_from is null;
create index duty_agency_due on duty (area_id, agency_id, due_latest)
  where met_by is null and not_known_from is null;
create index duty_met on duty (area_id, agency_id, met_from) where met_by is not null;
create index duty_rule on duty (area_id, rule, from_day);
create index duty_day on duty (area_id, due_latest) where due_latest is not null;
create index duty_late on duty (area_id, met_from) where late = 'yes';

create table open_procedure (
  area_id uuid not null,
  case_id uuid not null,
  procedure text not null,
  root uuid not null,
  compartment_id uuid not null,
  team_id uuid,
  opened_from date not null,
  opened_to date not null,
  closed_by uuid,
  closed_on date,
  primary key (area_id, case_id, procedure, root)
);
create index open_procedure_team on open_procedure (area_id, team_id, procedure) where closed_by is null;

-- People: an index for finding, rebuilt from facts; links between cases of one person can be undone -------------------

create table search_person (
  area_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  compartment_id uuid not null,
  role text not null,
  forenames text not null,
  surname text not null,
  birth_day date,
  postcode text,
  nhs_number text,
  upn text,
  reference text,
  primary key (area_id, id)
);
create index search_person_case on search_person (area_id, case_id);
create table search_key (
  area_id uuid not null,
  key text not null,
  person_id uuid not null,
  compartment_id uuid not null,
  primary key (area_id, key, person_id)
);
create index search_key_person on search_key (area_id, person_id);
create table person_link (
  id uuid primary key,
  area_id uuid not null references area,
  case_id uuid not null,
  other_area_id uuid not null references area,
  other_case_id uuid not null,
  why text not null,
  linked_at timestamptz not null,
  linked_by uuid references post,
  undone_at timestamptz,
  undone_by uuid references post
);

-- Not facts: who looked, drafts, sessions, imports, what an area set for itself ---------------------------------------

create table reading_log (
  area_id uuid not null,
  id uuid not null,
  at timestamptz not null,
  practitioner_id uuid not null,
  post_id uuid not null,
  case_id uuid,
  route text not null,
  basis text not null,
  primary key (area_id, id)
);
create index reading_log_case on reading_log (area_id, case_id, at desc);
create table draft (
  id uuid primary key,
  practitioner_id uuid not null references practitioner,
  area_id uuid not null,
  case_id uuid,
  form text not null,
  submission_id uuid not null,
  version integer not null,
  body jsonb not null,
  saved_at timestamptz not null,
  unique (practitioner_id, submission_id)
);
create table session (
  id text primary key,
  practitioner_id uuid,
  data jsonb not null,
  expires_at timestamptz not null
);
create table kept_request (
  id uuid primary key,
  practitioner_id uuid not null references practitioner,
  url text not null,
  body jsonb not null,
  kept_at timestamptz not null
);
create table import_file (
  area_id uuid not null references area,
  id uuid not null,
  format text not null,
  name text not null,
  sha256 bytea not null,
  started_at timestamptz not null,
  finished_at timestamptz,
  imported_by uuid references post,
  counts jsonb not null default '{}',
  primary key (area_id, id)
);
create table import_problem (
  area_id uuid not null,
  import_id uuid not null,
  number integer not null,
  line integer,
  child text,
  path text,
  why text not null,
  primary key (area_id, import_id, number),
  foreign key (area_id, import_id) references import_file
);
-- What each import said of each child, by the file's own keys: a second import finds what it said before.
create table import_child (
  area_id uuid not null,
  format text not null,
  child text not null,
  case_id uuid not null,
  -- The last day that a file of this format spoke of the child: what is due later is not known from it.
  until_day date not null,
  primary key (area_id, format, child)
);
create index import_child_case on import_child (area_id, case_id);
create table import_fact (
  area_id uuid not null,
  case_id uuid not null,
  key text not null,
  root uuid not null,
  content text not null,
  primary key (area_id, case_id, key)
);
create table local_policy (
  area_id uuid not null references area,
  key text not null,
  from_day date not null,
  to_day date,
  amount integer not null,
  unit text not null check (unit in ('working-days', 'days', 'weeks', 'months', 'working-days-before')),
  approved_by text not null,
  primary key (area_id, key, from_day)
);

-- Who may see and do what --------------------------------------------------------------------------------------------
-- Context is set for one transaction by the application; without it a reader sees nothing.

create function context_post() returns uuid language sql stable parallel safe
  return nullif(current_setting('goldthread.post', true), '')::uuid;
create function context_agency() returns uuid language sql stable parallel safe
  return nullif(current_setting('goldthread.agency', true), '')::uuid;
create function context_practitioner() returns uuid language sql stable parallel safe
  return nullif(current_setting('goldthread.practitioner', true), '')::uuid;

revoke all on schema public from public;
grant usage on schema public to goldthread_reader, goldthread_recorder, goldthread_door, goldthread_redactor, goldthread_disposer;

do $$
declare name text;
begin
  for name in select tablename from pg_tables where schemaname = 'public' loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy recorder on %I to goldthread_recorder using (true) with check (true)', name);
  end loop;
  foreach name in array array['area', 'area_code', 'agency', 'area_agency', 'holder', 'post', 'post_area', 'practitioner', 'local_policy'] loop
    execute format('create policy reader on %I for select to goldthread_reader using (context_post() is not null)', name);
    execute format('grant select on %I to goldthread_reader', name);
  end loop;
end $$;

create policy reader on post_holder for select to goldthread_reader
  using (post_id = (select context_post()));
create policy reader on compartment_grant for select to goldthread_reader
  using (holder_id in (select holder_id from post_holder));
create policy reader on disclosed_fact for select to goldthread_reader
  using (agency_id = (select context_agency()));
create policy reader on conflict_of_interest for select to goldthread_reader
  using (practitioner_id = (select context_practitioner()));
create policy reader on break_glass for select to goldthread_reader
  using (post_id = (select context_post()));
grant select on conflict_of_interest, break_glass to goldthread_reader;
grant select on post_holder, compartment_grant, disclosed_fact to goldthread_reader;

-- The one form: the compartment is granted to this post, or the fact is disclosed to its agency. Written as "exists", it
-- lets the planner choose: a few rows are each looked up in the grants, many are compared with the list of all that the post
-- is granted. Written as "in", that list is made anew for each statement: 78 ms for a post that sees 300,000 files.
create view granted with (security_invoker) as
  select g.area_id, g.compartment_id, g.case_id from compartment_grant g
  where g.holder_id in (select h.holder_id from post_holder h where h.post_id = (select context_post()))
    and g.starts_at <= now() and (g.ends_at is null or g.ends_at > now())
    and g.case_id not in (select c.case_id from conflict_of_interest c
      where c.practitioner_id = (select context_practitioner()) and c.ended_at is null);
create view disclosed with (security_invoker) as
  select d.root, d.case_id from disclosed_fact d
  where d.agency_id = (select context_agency())
    and (not d.by_grant or exists (select from granted g where g.area_id = d.area_id and g.case_id = d.case_id))
    and d.reached_at <= now() and (d.until_at is null or d.until_at > now())
    and d.case_id not in (select c.case_id from conflict_of_interest c
      where c.practitioner_id = (select context_practitioner()) and c.ended_at is null);
grant select on granted, disclosed to goldthread_reader;

create policy reader on case_file for select to goldthread_reader
  using (exists (select from granted g where g.area_id = case_file.area_id and g.case_id = case_file.id) or id in (select case_id from disclosed));
create policy reader on compartment for select to goldthread_reader
  using (exists (select from granted g where g.area_id = compartment.area_id and g.compartment_id = compartment.id));
create policy reader on fact for select to goldthread_reader
  using (exists (select from granted g where g.area_id = fact.area_id and g.compartment_id = fact.compartment_id) or root in (select root from disclosed));
create policy reader on narrative for select to goldthread_reader
  using (exists (select from granted g where g.area_id = narrative.area_id and g.compartment_id = narrative.compartment_id)
    or fact_id in (select f.id from fact f where f.root in (select root from disclosed)));
create policy reader on duty for select to goldthread_reader
  using (exists (select from granted g where g.area_id = duty.area_id and g.compartment_id = duty.actor_compartment_id)
    or exists (select from granted g where g.area_id = duty.area_id and g.compartment_id = duty.trigger_compartment_id)
    or trigger_root in (select root from disclosed));
create policy reader on open_procedure for select to goldthread_reader
  using (exists (select from granted g where g.area_id = open_procedure.area_id and g.compartment_id = open_procedure.compartment_id) or root in (select root from disclosed));
create policy reader on search_person for select to goldthread_reader
  using (exists (select from granted g where g.area_id = search_person.area_id and g.compartment_id = search_person.compartment_id));
create policy reader on search_key for select to goldthread_reader
  using (exists (select from granted g where g.area_id = search_key.area_id and g.compartment_id = search_key.compartment_id));
create policy reader on disclosure for select to goldthread_reader
  using ((from_agency_id = (select context_agency())
      and exists (select from granted g where g.area_id = disclosure.area_id and g.case_id = disclosure.case_id))
    or (to_agency_id = (select context_agency()) and case_id in (select case_id from disclosed)));
create policy reader on disclosure_refusal for select to goldthread_reader
  using (by_agency_id = (select context_agency()) or to_agency_id = (select context_agency()));
create policy reader on person_link for select to goldthread_reader
  using (exists (select from granted g where g.area_id = person_link.area_id and g.case_id = person_link.case_id) and exists (select from granted g where g.area_id = person_link.other_area_id and g.case_id = person_link.other_case_id));
create policy reader on reading_log for select to goldthread_reader
  using (practitioner_id = (select context_practitioner())
    or (exists (select from granted g where g.area_id = reading_log.area_id and g.case_id = reading_log.case_id)
      and (post_id in (select p.id from post p where p.agency_id = (select context_agency()))
        or area_id in (select a.area_id from area_agency a where a.agency_id = (select context_agency()) and a.is_authority))));
create policy reader_writes on reading_log for insert to goldthread_reader
  with check (post_id = (select context_post()) and practitioner_id = (select context_practitioner()));
create policy reader on import_file for select to goldthread_reader
  using (area_id in (select a.area_id from post_area a where a.post_id = (select context_post())));
create policy reader on import_problem for select to goldthread_reader
  using (area_id in (select a.area_id from post_area a join post p on p.id = a.post_id
    where a.post_id = (select context_post()) and p.role = 'data-lead'));
grant select on case_file, compartment, fact, narrative, duty, open_procedure, search_person, search_key, disclosure,
  disclosure_refusal, person_link, reading_log, import_file, import_problem to goldthread_reader;
grant insert on reading_log to goldthread_reader;

-- The recorder sees the whole case, so that duties are derived from all of it. It may not change what was recorded.
grant select on all tables in schema public to goldthread_recorder;
revoke select on session, draft, kept_request from goldthread_recorder;
grant select (practitioner_id, submission_id) on draft to goldthread_recorder;
grant insert on area, area_code, agency, area_agency, holder, practitioner, post, post_area, post_holder, case_file,
  compartment, compartment_grant, fact, narrative, disclosure, disclosed_fact, disclosure_refusal,
  standing_disclosure, conflict_of_interest, break_glass, duty, open_procedure, search_person, search_key, person_link, import_file, import_problem, import_child, import_fact, local_policy to goldthread_recorder;
grant update (recalled_at, submission_id) on disclosure to goldthread_recorder;
grant update (until_at) on disclosed_fact to goldthread_recorder;
grant update on case_file, import_child, compartment_grant, conflict_of_interest, break_glass, duty, open_procedure, search_person, search_key,
  person_link, import_file, practitioner, post to goldthread_recorder;
grant delete on duty, open_procedure, search_person, search_key, draft to goldthread_recorder;

-- The door: sessions, drafts, accounts; nothing of any case.
grant select on practitioner, post, post_area, post_holder, holder, agency, area, area_agency to goldthread_door;
grant update (subject) on practitioner to goldthread_door;
grant select, insert, update, delete on session, draft, kept_request to goldthread_door;
create policy door on practitioner to goldthread_door using (true) with check (true);
create policy door on post for select to goldthread_door using (true);
create policy door on post_area for select to goldthread_door using (true);
create policy door on post_holder for select to goldthread_door using (true);
create policy door on holder for select to goldthread_door using (true);
create policy door on agency for select to goldthread_door using (true);
create policy door on area for select to goldthread_door using (true);
create policy door on area_agency for select to goldthread_door using (true);
create policy door on session to goldthread_door using (true) with check (true);
create policy door on draft to goldthread_door
  using (practitioner_id = (select context_practitioner())) with check (practitioner_id = (select context_practitioner()));
create policy door on kept_request to goldthread_door
  using (practitioner_id = (select context_practitioner())) with check (practitioner_id = (select context_practitioner()));

-- The redactor and the disposer take words away, never links.
create policy redactor on narrative to goldthread_redactor using (true) with check (text is null and salt is null);
grant select, update (text, salt) on narrative to goldthread_redactor;
create policy disposer on narrative to goldthread_disposer using (true) with check (text is null and salt is null);
grant select, update (text, salt) on narrative to goldthread_disposer;
