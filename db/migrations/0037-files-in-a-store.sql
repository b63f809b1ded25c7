-- The files of documents can be kept in a store of objects beside the database. Who may see one is decided by its row here, as ever.

-- Each object that may be in the store. It is written down before it is sent there, so that none is left behind that nobody knows of.
create table stored_object (
  -- Random: it says nothing about anybody, not even when.
  key uuid,
  -- An object that no file names goes, not before this; at any time where it is null. Before it is sent: an hour later, so that
  -- whoever sends it can record it. By the database's clock.
  not_before timestamptz,
  -- What is to go is found in two indexes alone.
  primary key (key) include (not_before)
);
alter table stored_object enable row level security;
create policy recorder on stored_object to goldthread_recorder using (true) with check (true);
grant select, insert, update (not_before), delete on stored_object to goldthread_recorder;

-- A file is in the database or in the store. A file that went along to another child's record is the same object: it goes with the last
-- row that names it. The reference sees to it that none is recorded whose object is being removed, and none removed that is recorded.
alter table document_bytes alter column bytes drop not null;
alter table document_bytes add column stored_as uuid references stored_object (key);
alter table document_bytes add constraint document_bytes_kept_once check (num_nonnulls(bytes, stored_as) = 1);
create index document_bytes_stored_as on document_bytes (stored_as) where stored_as is not null;
