-- Sharing, whole: one action may let several agencies know; each disclosure names the conditions of data protection law
-- beside the power; a recall says who and why. The days on which provisions of an Act begin are known to all.

-- Codes of conditions, with a space between them.
alter table disclosure add column conditions text not null default '';
alter table disclosure add column recalled_by uuid references post;
alter table disclosure add column recalled_why text;
create index disclosure_case on disclosure (area_id, case_id);
grant update (recalled_by, recalled_why) on disclosure to goldthread_recorder;

create table commencement (
  provision text primary key,
  begins_on date not null,
  regulations text not null
);
alter table commencement enable row level security;
create policy recorder on commencement to goldthread_recorder using (true) with check (true);
create policy reader on commencement for select to goldthread_reader using (context_post() is not null);
grant select on commencement to goldthread_reader, goldthread_recorder;
grant insert, update on commencement to goldthread_recorder;

-- Whoever shared sees what: on a case that they are granted, the facts of their own agency's disclosures.
alter table disclosed_fact add column from_agency_id uuid references agency;
update disclosed_fact f set from_agency_id = d.from_agency_id from disclosure d where d.area_id = f.area_id and d.id = f.disclosure_id;
alter table disclosed_fact alter column from_agency_id set not null;
create policy reader_shared on disclosed_fact for select to goldthread_reader
  using (from_agency_id = (select context_agency())
    and exists (select from granted g where g.area_id = disclosed_fact.area_id and g.case_id = disclosed_fact.case_id));
create policy reader on standing_disclosure for select to goldthread_reader
  using (exists (select from disclosure d where d.area_id = standing_disclosure.area_id and d.id = standing_disclosure.disclosure_id));
grant select on standing_disclosure to goldthread_reader;

-- A decision not to share is one's own: the other agency does not learn from it that something is held.
drop policy reader on disclosure_refusal;
create policy reader on disclosure_refusal for select to goldthread_reader
  using (by_agency_id = (select context_agency())
    and exists (select from granted g where g.area_id = disclosure_refusal.area_id and g.case_id = disclosure_refusal.case_id));
