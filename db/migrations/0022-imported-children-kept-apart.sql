-- A file that is imported may speak of a child whose record is restricted or shielded. Nothing is recorded there, and nothing says so to
-- whoever imports: what the file said is kept as of any other child, so that the next file is compared with it; the front door is told.
alter table import_child add column is_apart boolean not null default false;
create index import_child_apart on import_child (area_id) where is_apart;
