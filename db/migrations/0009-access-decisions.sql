-- Answering somebody's request for the record about themselves: what of it was given and what was withheld, and why. One row for
-- each decision about a passage or a whole record; a later row about the same words stands before an earlier one, and no row is
-- ever changed or taken away. The words themselves are not kept here. When the record is given, the fact that says so carries a
-- fingerprint of these rows.
create table access_decision (
  area_id uuid not null references area,
  id uuid not null,
  case_id uuid not null,
  request_root uuid not null,
  -- Where the request stands: whoever is granted it reads the decisions.
  compartment_id uuid not null,
  -- The entry whose words these are. An empty field is the whole of it, and its places are 0.
  fact_id uuid not null,
  field text not null,
  from_place integer not null,
  to_place integer not null,
  decision text not null check (decision in ('give', 'withhold')),
  ground text,
  decided_by uuid not null references post,
  decided_at timestamptz not null,
  primary key (area_id, id),
  foreign key (area_id, compartment_id) references compartment,
  check ((decision = 'withhold') = (ground is not null)),
  check (0 <= from_place and from_place <= to_place)
);
create index access_decision_request on access_decision (area_id, request_root);
alter table access_decision enable row level security;
create policy recorder on access_decision to goldthread_recorder using (true) with check (true);
create policy reader on access_decision for select to goldthread_reader
  using (exists (select from granted g where g.area_id = access_decision.area_id and g.compartment_id = access_decision.compartment_id));
grant select on access_decision to goldthread_reader;
grant select, insert on access_decision to goldthread_recorder;
