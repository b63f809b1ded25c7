-- Who looked, what was shared, recalled and refused, what was opened in an emergency and declared: rows are plain inserts, and a
-- job seals them into one chain for each area. A row says itself whether it is sealed, so that one which was committed late is found.
create table seal (
  area_id uuid not null references area,
  number bigint not null,
  -- What the row is; `part` where the row has no id of its own: which fact of a disclosure.
  stream text not null,
  row_id uuid not null,
  part uuid,
  sealed_at timestamptz not null,
  -- A salted commitment to the row's fixed columns: whoever holds the chain alone cannot guess what the row says.
  salt bytea not null,
  commitment bytea not null,
  -- Of the seal before, the columns above, and the commitment.
  hash bytea not null,
  primary key (area_id, number),
  unique nulls not distinct (area_id, stream, row_id, part)
);
-- Where each chain ends. Whoever seals holds this row.
create table seal_head (
  area_id uuid primary key references area,
  number bigint not null default 0,
  hash bytea not null default ''::bytea
);
alter table seal enable row level security;
alter table seal_head enable row level security;
create policy recorder on seal to goldthread_recorder using (true) with check (true);
create policy recorder on seal_head to goldthread_recorder using (true) with check (true);
grant select, insert on seal to goldthread_recorder;
grant select, insert, update on seal_head to goldthread_recorder;

-- What waits is found by an index that holds nothing else: sealing costs what there is to seal.
alter table reading_log add column sealed boolean not null default false;
alter table disclosure add column sealed boolean not null default false, add column recall_sealed boolean not null default false;
alter table disclosed_fact add column sealed boolean not null default false;
alter table disclosure_refusal add column sealed boolean not null default false;
alter table break_glass add column sealed boolean not null default false;
alter table declared_interest add column sealed boolean not null default false, add column end_sealed boolean not null default false;
create index reading_log_unsealed on reading_log (area_id, at, id) where not sealed;
create index disclosure_unsealed on disclosure (area_id, reached_at, id) where not sealed;
create index disclosure_recall_unsealed on disclosure (area_id, recalled_at, id) where recalled_at is not null and not recall_sealed;
create index disclosed_fact_unsealed on disclosed_fact (area_id, reached_at, disclosure_id, root) where not sealed;
create index disclosure_refusal_unsealed on disclosure_refusal (area_id, recorded_at, id) where not sealed;
create index break_glass_unsealed on break_glass (area_id, starts_at, id) where not sealed;
create index declared_interest_unsealed on declared_interest (area_id, declared_at, id) where not sealed;
create index declared_interest_end_unsealed on declared_interest (area_id, ended_at, id) where ended_at is not null and not end_sealed;
grant update (sealed) on reading_log, disclosed_fact, disclosure_refusal to goldthread_recorder;
grant update (sealed, recall_sealed) on disclosure to goldthread_recorder;

-- Whoever reads writes no row that says of itself that it is sealed.
drop policy reader_writes on reading_log;
create policy reader_writes on reading_log for insert to goldthread_reader
  with check (post_id = (select context_post()) and practitioner_id = (select context_practitioner()) and not sealed);

-- A privacy officer of the area's authority sees who looked at what in the area, and nothing of the files themselves; not where
-- a file is closed to them because they know the family.
create policy reader_privacy on reading_log for select to goldthread_reader
  using (area_id in (select a.area_id from post_area a join post p on p.id = a.post_id
      join area_agency g on g.area_id = a.area_id and g.agency_id = p.agency_id and g.is_authority
      where a.post_id = (select context_post()) and p.role = 'privacy-officer')
    and (case_id is null or case_id not in (select c.case_id from conflict_of_interest c
      where c.practitioner_id = (select context_practitioner()) and c.ended_at is null)));
create index reading_log_at on reading_log (area_id, at);
