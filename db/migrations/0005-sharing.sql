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
