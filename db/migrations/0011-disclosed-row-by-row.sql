-- What is disclosed is asked like what is granted: is this row among it? As a list of all that was ever disclosed to the agency it
-- was made anew for each statement: every fact of the area was read for one child's words (decision 0010).

-- Words know the fact that they belong to from its first recording on, so that nobody looks it up for each of them.
alter table narrative add column root uuid;
update narrative n set root = f.root from fact f where f.area_id = n.area_id and f.id = n.fact_id;
alter table narrative alter column root set not null;

drop index disclosed_fact_agency;
create index disclosed_fact_agency on disclosed_fact (agency_id, case_id) include (area_id, reached_at, until_at, by_grant);

drop policy reader on case_file;
create policy reader on case_file for select to goldthread_reader
  using (exists (select from granted g where g.area_id = case_file.area_id and g.case_id = case_file.id)
    or exists (select from disclosed d where d.case_id = case_file.id));
drop policy reader on fact;
create policy reader on fact for select to goldthread_reader
  using (exists (select from granted g where g.area_id = fact.area_id and g.compartment_id = fact.compartment_id)
    or exists (select from disclosed d where d.root = fact.root));
drop policy reader on narrative;
create policy reader on narrative for select to goldthread_reader
  using (exists (select from granted g where g.area_id = narrative.area_id and g.compartment_id = narrative.compartment_id)
    or exists (select from disclosed d where d.root = narrative.root));
drop policy reader on duty;
create policy reader on duty for select to goldthread_reader
  using (exists (select from granted g where g.area_id = duty.area_id and g.compartment_id = duty.actor_compartment_id)
    or exists (select from granted g where g.area_id = duty.area_id and g.compartment_id = duty.trigger_compartment_id)
    or exists (select from disclosed d where d.root = duty.trigger_root));
drop policy reader on open_procedure;
create policy reader on open_procedure for select to goldthread_reader
  using (exists (select from granted g where g.area_id = open_procedure.area_id and g.compartment_id = open_procedure.compartment_id)
    or exists (select from disclosed d where d.root = open_procedure.root));
drop policy reader on disclosure;
create policy reader on disclosure for select to goldthread_reader
  using ((from_agency_id = (select context_agency())
      and exists (select from granted g where g.area_id = disclosure.area_id and g.case_id = disclosure.case_id and not g.apart))
    or (to_agency_id = (select context_agency()) and exists (select from disclosed d where d.case_id = disclosure.case_id)));
