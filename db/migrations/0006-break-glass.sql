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

drop policy reader on break_glass;
create policy reader on break_glass for select to goldthread_reader
  using (post_id = (select context_post()) or told_practitioner_id = (select context_practitioner())
    or exists (select from granted g where g.area_id = break_glass.area_id and g.compartment_id = break_glass.compartment_id));
