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
