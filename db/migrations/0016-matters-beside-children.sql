-- What is no child's file: an allegation, an incident, a death, a round, an arrangement. The agencies that work on one
-- together stand on the case; the groups of an agency that do such work say so; an area says which agency acts as which body,
-- and when its own arrangements began.

-- Agencies that work on the case with each other, and since when: {"agency id": milliseconds since 1970}.
alter table case_file add column parties jsonb not null default '{}';

alter table area_agency add column body text check (body in ('safeguarding-partners', 'child-death-review-partners', 'panel'));
create unique index area_agency_body on area_agency (area_id, body) where body is not null;

-- The kinds of case that a team or group works on for its agency, from the start and without being given each.
alter table holder add column works_on text[] not null default '{}';

-- The day an area's own arrangements began, as decided: a later decision is a row of its own, and the latest holds.
create table arrangements_began (
  area_id uuid not null references area,
  of text not null check (of in ('safeguarding', 'child-death')),
  decided_at timestamptz not null,
  began_on date not null,
  approved_by text not null,
  reason text not null,
  recorded_by uuid references post,
  primary key (area_id, of, decided_at)
);
alter table arrangements_began enable row level security;
create policy recorder on arrangements_began to goldthread_recorder using (true) with check (true);
create policy reader on arrangements_began for select to goldthread_reader using (context_post() is not null);
grant select on arrangements_began to goldthread_reader, goldthread_recorder;
grant insert on arrangements_began to goldthread_recorder;
