-- Opening a restricted record in an emergency. The opening and its review are facts of the case, in a compartment of their own;
-- this table keeps what the grant needs and what the second person was told, as told. No row was ever written to it before.
alter table break_glass drop column reviewed_by, drop column reviewed_at, drop column outcome;
-- The compartment in which the opening stands as a fact: whoever is granted it reviews.
alter table break_glass add column compartment_id uuid not null;
alter table break_glass add column fact_root uuid not null;
-- When it was ended before its time.
alter table break_glass add column ended_at timestamptz;
-- When the second person said that they saw it.
alter table break_glass add column seen_at timestamptz;
create index break_glass_post on break_glass (post_id, case_id);
create index break_glass_told on break_glass (told_practitioner_id) where seen_at is null;
create index break_glass_compartment on break_glass (area_id, compartment_id);

-- A grant that somebody took in an emergency brings less than one that was given.
alter table compartment_grant add column break_glass_id uuid;
-- A grant on what stands apart from the record (who looked into it) is none on the case: it brings nothing besides.
alter table compartment_grant add column apart boolean not null default false;
drop index compartment_grant_holder;
create index compartment_grant_holder on compartment_grant (holder_id) include (area_id, compartment_id, case_id, starts_at, ends_at, apart);

create or replace view granted with (security_invoker) as
  select g.area_id, g.compartment_id, g.case_id, g.apart from compartment_grant g
  where g.holder_id in (select h.holder_id from post_holder h where h.post_id = (select context_post()))
    and g.starts_at <= now() and (g.ends_at is null or g.ends_at > now())
    and g.case_id not in (select c.case_id from conflict_of_interest c
      where c.practitioner_id = (select context_practitioner()) and c.ended_at is null);
create or replace view disclosed with (security_invoker) as
  select d.root, d.case_id from disclosed_fact d
  where d.agency_id = (select context_agency())
    and (not d.by_grant or exists (select from granted g where g.area_id = d.area_id and g.case_id = d.case_id and not g.apart))
    and d.reached_at <= now() and (d.until_at is null or d.until_at > now())
    and d.case_id not in (select c.case_id from conflict_of_interest c
      where c.practitioner_id = (select context_practitioner()) and c.ended_at is null);
drop policy reader on disclosure;
create policy reader on disclosure for select to goldthread_reader
  using ((from_agency_id = (select context_agency())
      and exists (select from granted g where g.area_id = disclosure.area_id and g.case_id = disclosure.case_id and not g.apart))
    or (to_agency_id = (select context_agency()) and case_id in (select case_id from disclosed)));
drop policy reader on person_link;
create policy reader on person_link for select to goldthread_reader
  using (exists (select from granted g where g.area_id = person_link.area_id and g.case_id = person_link.case_id and not g.apart)
    and exists (select from granted g where g.area_id = person_link.other_area_id and g.case_id = person_link.other_case_id and not g.apart));

drop policy reader on break_glass;
create policy reader on break_glass for select to goldthread_reader
  using (post_id = (select context_post()) or told_practitioner_id = (select context_practitioner())
    or exists (select from granted g where g.area_id = break_glass.area_id and g.compartment_id = break_glass.compartment_id));

-- What a practitioner declared of their own family, neighbours and colleagues: kept as declared, whether or not there is such a
-- record, and seen by themselves and by the privacy officers of the area. What it closes stands in `conflict_of_interest`.
create table declared_interest (
  area_id uuid not null references area,
  id uuid not null,
  practitioner_id uuid not null references practitioner,
  relation text not null check (relation in ('family', 'neighbour', 'friend', 'colleague', 'other')),
  reference text not null,
  declared_at timestamptz not null,
  ended_at timestamptz,
  ended_by uuid references post,
  ended_why text,
  primary key (area_id, id)
);
create index declared_interest_practitioner on declared_interest (practitioner_id);
alter table conflict_of_interest add column declared_id uuid;
alter table declared_interest enable row level security;
create policy recorder on declared_interest to goldthread_recorder using (true) with check (true);
create policy reader on declared_interest for select to goldthread_reader
  using (practitioner_id = (select context_practitioner())
    or area_id in (select a.area_id from post_area a join post p on p.id = a.post_id
      where a.post_id = (select context_post()) and p.role = 'privacy-officer'));
grant select on declared_interest to goldthread_reader, goldthread_recorder;
grant insert, update on declared_interest to goldthread_recorder;
