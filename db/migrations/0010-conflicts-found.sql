-- Conflicts of interest that are declared by a name, and those found by matching names and postcodes. A name is kept as declared and
-- compared with the people of files now and whenever people are recorded; nobody learns from it whether there is such a file.
alter table declared_interest alter column reference drop not null;
alter table declared_interest add column forenames text not null default '';
alter table declared_interest add column surname text;
alter table declared_interest add column birth_day date;
alter table declared_interest add column postcode text;
-- The blocking keys under which such a person is filed, as in `search_key`.
alter table declared_interest add column keys text[] not null default '{}';
alter table declared_interest add constraint declared_interest_about
  check (reference is not null or (surname is not null and (birth_day is not null or postcode is not null)));

-- Whether anybody in the area declared a name: where nobody did, recording asks nothing more. Read with the row that recording reads anyway.
alter table area add column has_declared_names boolean not null default false;
grant update (has_declared_names) on area to goldthread_recorder;

-- A practitioner who may know somebody on a file, as found by name or postcode, until somebody decides. No reader sees a row: whom it
-- may be shown to, and how much of it, `ledger/conflicts-found.ts` says.
create table conflict_proposal (
  area_id uuid not null references area,
  id uuid not null,
  case_id uuid not null,
  practitioner_id uuid not null references practitioner,
  because text not null,
  found_at timestamptz not null,
  decision text check (decision in ('confirmed', 'dismissed')),
  decided_at timestamptz,
  decided_by uuid references post,
  primary key (area_id, id),
  unique (area_id, case_id, practitioner_id)
);
alter table conflict_proposal enable row level security;
create policy recorder on conflict_proposal to goldthread_recorder using (true) with check (true);
grant select, insert, update on conflict_proposal to goldthread_recorder;
