-- Redact and dispose: words are taken away by roles of their own, and only where a record on the ledger says so (decision 0013).

-- When a case was disposed of. Whoever may see the case is told so, also where the record that says it is not theirs to see.
alter table case_file add column disposed_at timestamptz;

-- Which words a redaction names, and which cases are disposed of.
create index fact_redacts on fact (area_id, case_id, (data->>'entry'), (data->>'field')) where act = 'redact';
create index fact_disposes on fact (area_id, case_id) where act = 'dispose';
create index case_file_disposed on case_file (area_id, disposed_at) where disposed_at is not null;

-- What the recorder said is to be taken away and is not yet: kept with the record, taken out with the words.
create table removal (
  area_id uuid not null,
  case_id uuid not null,
  act text not null check (act in ('redact', 'dispose')),
  -- Each record that takes words away has a row of its own: one that comes meanwhile is not taken for done.
  submission_id uuid not null,
  primary key (area_id, case_id, submission_id),
  foreign key (area_id, case_id) references case_file
);
alter table removal enable row level security;
create policy recorder on removal to goldthread_recorder using (true) with check (true);
grant select, insert on removal to goldthread_recorder;

-- The redactor takes words away that a redaction names, and no others. It reads none.
create policy redactor on removal to goldthread_redactor using (act = 'redact');
grant select, delete on removal to goldthread_redactor;
create policy redactor on fact for select to goldthread_redactor using (act = 'redact');
grant select (area_id, case_id, act, data) on fact to goldthread_redactor;
drop policy redactor on narrative;
create policy redactor on narrative to goldthread_redactor
  using (exists (select from fact r where r.act = 'redact' and r.area_id = narrative.area_id and r.case_id = narrative.case_id
    and r.data->>'entry' = narrative.fact_id::text and r.data->>'field' = narrative.field))
  with check (text is null and salt is null);
revoke select on narrative from goldthread_redactor;
grant select (area_id, case_id, fact_id, field) on narrative to goldthread_redactor;

-- The disposer sees the cases that a record says are disposed of, and of them it takes away all words, whatever table they are in.
create policy disposer on removal to goldthread_disposer using (act = 'dispose');
grant select, delete on removal to goldthread_disposer;
create policy disposer on fact for select to goldthread_disposer using (act = 'dispose');
grant select (area_id, case_id, act) on fact to goldthread_disposer;
create policy disposer on case_file for select to goldthread_disposer
  using (exists (select from fact d where d.act = 'dispose' and d.area_id = case_file.area_id and d.case_id = case_file.id));
grant select (area_id, id, reference) on case_file to goldthread_disposer;
drop policy disposer on narrative;
create policy disposer on narrative to goldthread_disposer
  using (exists (select from case_file c where c.area_id = narrative.area_id and c.id = narrative.case_id))
  with check (text is null and salt is null);
revoke select on narrative from goldthread_disposer;
grant select (area_id, case_id) on narrative to goldthread_disposer;

-- What was said when sharing and opening is sealed: its words go with the salt of the seal, and the seal stays.
alter table seal alter column salt drop not null;
create policy disposer on disclosure to goldthread_disposer
  using (exists (select from case_file c where c.area_id = disclosure.area_id and c.id = disclosure.case_id))
  with check (necessity = '' and not_told_why is null and recalled_why is null);
create policy disposer on disclosure_refusal to goldthread_disposer
  using (exists (select from case_file c where c.area_id = disclosure_refusal.area_id and c.id = disclosure_refusal.case_id))
  with check (why is null);
create policy disposer on break_glass to goldthread_disposer
  using (exists (select from case_file c where c.area_id = break_glass.area_id and c.id = break_glass.case_id))
  with check (reason = '');
create policy disposer on seal to goldthread_disposer
  using ((stream in ('disclosure', 'recall') and exists (select from disclosure d where d.area_id = seal.area_id and d.id = seal.row_id))
    or (stream = 'refusal' and exists (select from disclosure_refusal d where d.area_id = seal.area_id and d.id = seal.row_id))
    or (stream = 'opening' and exists (select from break_glass d where d.area_id = seal.area_id and d.id = seal.row_id)))
  with check (salt is null);
grant select (area_id, id, case_id), update (necessity, not_told_why, recalled_why) on disclosure to goldthread_disposer;
grant select (area_id, id, case_id), update (why) on disclosure_refusal to goldthread_disposer;
grant select (area_id, id, case_id), update (reason) on break_glass to goldthread_disposer;
grant select (area_id, row_id, stream), update (salt) on seal to goldthread_disposer;

-- What somebody was writing about the case, and what a file called the child.
create policy disposer on draft to goldthread_disposer
  using (exists (select from case_file c where c.area_id = draft.area_id and (c.id = draft.case_id or draft.form like '/case/' || c.reference || '/%')));
create policy disposer on kept_request to goldthread_disposer
  using (exists (select from case_file c where kept_request.url like '/case/' || c.reference || '/%'));
create policy disposer on import_child to goldthread_disposer
  using (exists (select from case_file c where c.area_id = import_child.area_id and c.id = import_child.case_id));
create policy disposer on import_fact to goldthread_disposer
  using (exists (select from case_file c where c.area_id = import_fact.area_id and c.id = import_fact.case_id));
grant select (area_id, case_id, form), delete on draft to goldthread_disposer;
grant select (url), delete on kept_request to goldthread_disposer;
grant select (area_id, case_id), delete on import_child, import_fact to goldthread_disposer;

-- From when a closed case is kept, and under which line of the schedule: derived with each record. Nothing for a case that is open
-- or disposed of. How long that is stands in the schedule, so that a change of it needs no row to be touched.
create table retention (
  area_id uuid not null,
  case_id uuid not null,
  -- Where the closing stands: whoever is granted it sees the row.
  compartment_id uuid not null,
  category text not null,
  counts text not null check (counts in ('birth', 'closing')),
  counts_from date not null,
  closed_on date not null,
  -- Why it may not be disposed of, in codes; empty where nothing stops it.
  held text not null,
  -- The fact that proposes it, and waits for a second person.
  proposed uuid,
  primary key (area_id, case_id)
);
create index retention_due on retention (area_id, category, counts, counts_from) where held = '' and proposed is null;
create index retention_proposed on retention (area_id, counts_from) where proposed is not null;
create index retention_held on retention (area_id, counts_from) where held <> '';
alter table retention enable row level security;
create policy recorder on retention to goldthread_recorder using (true) with check (true);
create policy reader on retention for select to goldthread_reader
  using (exists (select from granted g where g.area_id = retention.area_id and g.compartment_id = retention.compartment_id));
grant select on retention to goldthread_reader;
grant select, insert, update, delete on retention to goldthread_recorder;

-- What an agency holds about somebody includes what its people began to write: it is put together with the record when they ask,
-- and goes where it repeats words that are removed.
grant select (id, area_id, case_id, form, body, saved_at) on draft to goldthread_recorder;
grant select (id, url, body), delete on kept_request to goldthread_recorder;
