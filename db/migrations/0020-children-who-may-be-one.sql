-- Children of an area who may be one child, found by comparing them in the background, and those of whom somebody said that they are not.
alter table search_person add column compared boolean not null default false;
create index search_person_uncompared on search_person (area_id, id) where role = 'child' and not compared;

-- How common a name sounds among the children of an area: shares of those that at least ten bear, and under the empty key how many
-- children there are. It names nobody.
create table name_share (
  area_id uuid not null references area,
  key text not null,
  share double precision not null,
  counted_at timestamptz not null,
  primary key (area_id, key)
);
alter table name_share enable row level security;
create policy recorder on name_share to goldthread_recorder using (true) with check (true);
create policy reader on name_share for select to goldthread_reader
  using (area_id in (select a.area_id from post_area a where a.post_id = (select context_post())));
grant select on name_share to goldthread_reader;
grant select, insert, delete on name_share to goldthread_recorder;

create table possible_match (
  area_id uuid not null references area,
  case_id uuid not null,
  other_case_id uuid not null,
  compartment_id uuid not null,
  other_compartment_id uuid not null,
  -- The chances, from 0 to 1, that both are one child and that they are of one family.
  score double precision not null,
  family double precision not null,
  -- What each field counts: which, how far the two agree, in bits. No words of either.
  weighed jsonb not null,
  found_at timestamptz not null,
  primary key (area_id, case_id, other_case_id),
  check (case_id < other_case_id)
);
create index possible_match_other on possible_match (area_id, other_case_id);
create index possible_match_likeliest on possible_match (area_id, score desc, case_id, other_case_id);
alter table possible_match enable row level security;
create policy recorder on possible_match to goldthread_recorder using (true) with check (true);
-- Whoever may see what was compared of both, and nobody else: that two files may be of one child says that both are there.
create policy reader on possible_match for select to goldthread_reader using (
  exists (select from granted g where g.area_id = possible_match.area_id and g.compartment_id = possible_match.compartment_id)
  and exists (select from granted g where g.area_id = possible_match.area_id and g.compartment_id = possible_match.other_compartment_id));
grant select on possible_match to goldthread_reader;
grant select, insert, update, delete on possible_match to goldthread_recorder;

-- Two children, as somebody decided: they are never asked about again.
create table different_children (
  id uuid primary key,
  area_id uuid not null references area,
  case_id uuid not null,
  other_case_id uuid not null,
  why text not null,
  decided_at timestamptz not null,
  decided_by uuid not null references post,
  sealed boolean not null default false,
  check (case_id < other_case_id)
);
create unique index different_children_pair on different_children (area_id, case_id, other_case_id);
create index different_children_other on different_children (area_id, other_case_id);
create index different_children_unsealed on different_children (area_id, decided_at, id) where not sealed;
alter table different_children enable row level security;
create policy recorder on different_children to goldthread_recorder using (true) with check (true);
create policy reader on different_children for select to goldthread_reader using (
  exists (select from granted g where g.area_id = different_children.area_id and g.case_id = different_children.case_id)
  and exists (select from granted g where g.area_id = different_children.area_id and g.case_id = different_children.other_case_id));
grant select on different_children to goldthread_reader;
grant select, insert on different_children to goldthread_recorder;
grant update (sealed) on different_children to goldthread_recorder;
