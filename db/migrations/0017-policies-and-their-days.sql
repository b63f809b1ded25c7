-- What an area decides for itself, from which day, who approved it and why: each decision is a row that is never altered. And the
-- cases that such a decision can touch, which are derived anew in batches.

alter table local_policy drop constraint local_policy_pkey;
-- Neither: from that day on the area sets no limit.
alter table local_policy alter column amount drop not null;
alter table local_policy alter column unit drop not null;
alter table local_policy add constraint local_policy_whole check ((amount is null) = (unit is null));
alter table local_policy add column id uuid primary key default gen_random_uuid();
-- In the order in which they were decided, also where the clock stands still.
alter table local_policy add column number bigint generated always as identity;
alter table local_policy add column why text not null default '';
alter table local_policy add column decided_at timestamptz not null default now();
alter table local_policy add column decided_by uuid references post;
alter table local_policy add column sealed boolean not null default false;
-- A day on which one ended is a decision too.
insert into local_policy (area_id, key, from_day, approved_by, why)
  select area_id, key, to_day + 1, approved_by, 'It was set to end then' from local_policy where to_day is not null;
alter table local_policy drop column to_day;
create index local_policy_area on local_policy (area_id, key, from_day);
create index local_policy_unsealed on local_policy (area_id, decided_at, id) where not sealed;
grant update (sealed) on local_policy to goldthread_recorder;

alter table arrangements_began drop constraint arrangements_began_pkey;
-- None: a day that was named is taken back.
alter table arrangements_began alter column began_on drop not null;
alter table arrangements_began add column id uuid primary key default gen_random_uuid();
alter table arrangements_began add column number bigint generated always as identity;
alter table arrangements_began add column sealed boolean not null default false;
create index arrangements_began_area on arrangements_began (area_id, of, number);
create index arrangements_began_unsealed on arrangements_began (area_id, decided_at, id) where not sealed;
grant update (sealed) on arrangements_began to goldthread_recorder;

-- Cases of an area that have facts of these kinds, derived anew in the order of their ids because of one decision.
create table rederivation (
  area_id uuid not null references area,
  id uuid not null,
  -- The decision: a local policy, a day on which arrangements began, a commencement.
  because text not null check (because in ('local-policy', 'arrangements-began', 'commencement')),
  decision_id uuid not null,
  kinds text[] not null,
  cases integer not null,
  done integer not null default 0,
  last_case uuid,
  asked_at timestamptz not null,
  finished_at timestamptz,
  primary key (area_id, id)
);
create index rederivation_open on rederivation (asked_at) where finished_at is null;
alter table rederivation enable row level security;
create policy recorder on rederivation to goldthread_recorder using (true) with check (true);
create policy reader on rederivation for select to goldthread_reader using (context_post() is not null);
grant select on rederivation to goldthread_reader;
grant select, insert, update (done, last_case, finished_at) on rederivation to goldthread_recorder;
