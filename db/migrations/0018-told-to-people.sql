-- What is told to people of an agency by name is for them: nobody else of it sees the records, the disclosure, or what follows from
-- them (decision 0018). Nothing stands here where the whole agency is told, as ever.

alter table disclosure add column post_ids uuid[] check (cardinality(post_ids) > 0);
alter table disclosure add column people_sealed boolean not null default false;
create index disclosure_people_unsealed on disclosure (area_id, reached_at, id) where post_ids is not null and not people_sealed;
grant update (people_sealed) on disclosure to goldthread_recorder;
-- The same beside each record, so that the row policy looks nothing up: whoever reads the row has it in hand.
alter table disclosed_fact add column post_ids uuid[] check (cardinality(post_ids) > 0);

drop policy reader on disclosed_fact;
create policy reader on disclosed_fact for select to goldthread_reader
  using (agency_id = (select context_agency()) and (post_ids is null or (select context_post()) = any(post_ids)));
drop policy reader on disclosure;
create policy reader on disclosure for select to goldthread_reader
  using ((from_agency_id = (select context_agency())
      and exists (select from granted g where g.area_id = disclosure.area_id and g.case_id = disclosure.case_id and not g.apart))
    or (to_agency_id = (select context_agency()) and (post_ids is null or (select context_post()) = any(post_ids))
      and exists (select from disclosed d where d.case_id = disclosure.case_id)));
