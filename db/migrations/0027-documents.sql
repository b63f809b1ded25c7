-- Documents: the words with which an area begins and ends its letters.

-- Each decision is a row that is never altered. Of two for one day the one decided last holds.
create table letter_words (
  id uuid primary key,
  area_id uuid not null references area,
  -- In the order in which they were decided, also where the clock stands still.
  number bigint generated always as identity,
  letter text not null,
  from_day date not null,
  sender text not null,
  opening text not null,
  closing text not null,
  approved_by text not null,
  why text not null,
  decided_at timestamptz not null,
  decided_by uuid not null references post,
  sealed boolean not null default false
);
create index letter_words_area on letter_words (area_id, letter, from_day);
create index letter_words_unsealed on letter_words (area_id, decided_at, id) where not sealed;
alter table letter_words enable row level security;
create policy recorder on letter_words to goldthread_recorder using (true) with check (true);
create policy reader on letter_words for select to goldthread_reader using (context_post() is not null);
grant select on letter_words to goldthread_reader;
grant select, insert, update (sealed) on letter_words to goldthread_recorder;

-- The files of documents: each belongs to the fact that files it, and is seen with that fact's words. What it must be stands in the
-- fact's data, so that the chain vouches for it.
create table document_bytes (
  area_id uuid not null,
  case_id uuid not null,
  -- The first recording: a correction changes what is said of a file, never the file.
  fact_id uuid not null,
  compartment_id uuid not null,
  bytes bytea not null,
  primary key (area_id, case_id, fact_id),
  foreign key (area_id, fact_id) references fact (area_id, id)
);
-- Pictures and PDFs are packed already.
alter table document_bytes alter column bytes set storage external;
alter table document_bytes enable row level security;
create policy recorder on document_bytes to goldthread_recorder using (true) with check (true);
create policy reader on document_bytes for select to goldthread_reader
  using (exists (select from granted g where g.area_id = document_bytes.area_id and g.compartment_id = document_bytes.compartment_id)
    or exists (select from disclosed d where d.root = document_bytes.fact_id));
grant select on document_bytes to goldthread_reader;
grant select, insert on document_bytes to goldthread_recorder;

-- They go with the words: by the redactor where a redaction names the file, by the disposer where the case is disposed of. Neither reads them.
create policy redactor on document_bytes to goldthread_redactor
  using (exists (select from fact r where r.act = 'redact' and r.area_id = document_bytes.area_id and r.case_id = document_bytes.case_id
    and r.data->>'entry' = document_bytes.fact_id::text and r.data->>'field' = 'file'));
grant select (area_id, case_id, fact_id), delete on document_bytes to goldthread_redactor;
create policy disposer on document_bytes to goldthread_disposer
  using (exists (select from case_file c where c.area_id = document_bytes.area_id and c.id = document_bytes.case_id));
grant select (area_id, case_id), delete on document_bytes to goldthread_disposer;

-- Documents that take long are made beside requests: asked for by somebody with what they could see, made by whichever server comes
-- first, kept for whoever asked for a day. No document of anybody else is seen, and none of a case that is no longer to be seen.
create table made_document (
  area_id uuid not null references area,
  id uuid not null,
  case_id uuid not null,
  practitioner_id uuid not null references practitioner,
  post_id uuid not null references post,
  -- Which document, and in which form: the end of its file's name.
  what text not null,
  form text not null,
  -- The description that it is made of; gone when it is made.
  content jsonb,
  -- Of the description: what may be seen meanwhile must still come to the same.
  fingerprint bytea not null,
  parts integer not null,
  done integer not null default 0,
  asked_at timestamptz not null,
  -- Whoever makes it says so again and again; after a minute of silence somebody else begins anew.
  claimed_at timestamptz,
  finished_at timestamptz,
  failed boolean not null default false,
  bytes bytea,
  primary key (area_id, id),
  foreign key (area_id, case_id) references case_file
);
alter table made_document alter column bytes set storage external;
create index made_document_open on made_document (asked_at) where finished_at is null;
create index made_document_finished on made_document (asked_at) where finished_at is not null;
create index made_document_case on made_document (area_id, case_id);
create index made_document_mine on made_document (post_id, asked_at);
alter table made_document enable row level security;
create policy recorder on made_document to goldthread_recorder using (true) with check (true);
create policy reader on made_document for select to goldthread_reader
  using (post_id = (select context_post()) and practitioner_id = (select context_practitioner())
    and exists (select from case_file c where c.area_id = made_document.area_id and c.id = made_document.case_id));
grant select (area_id, id, case_id, practitioner_id, post_id, what, form, fingerprint, parts, done, asked_at, finished_at, failed, bytes)
  on made_document to goldthread_reader;
grant select, insert, update, delete on made_document to goldthread_recorder;
create policy disposer on made_document to goldthread_disposer
  using (exists (select from case_file c where c.area_id = made_document.area_id and c.id = made_document.case_id));
grant select (area_id, case_id), delete on made_document to goldthread_disposer;
