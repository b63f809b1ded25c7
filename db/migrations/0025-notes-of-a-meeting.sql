-- What each person writes down while a meeting is going on. A note belongs to whoever wrote it: two people never write into one
-- text, so no word of either can be lost. Notes are no facts: the minutes are.
create table meeting_note (
  area_id uuid not null references area,
  case_id uuid not null,
  -- The fact that called the meeting.
  meeting uuid not null,
  post_id uuid not null references post,
  agency_id uuid not null references agency,
  words text not null check (length(words) <= 20000),
  -- How often it was saved: a page that saw an older one is told so.
  version integer not null default 1,
  written_at timestamptz not null,
  primary key (area_id, meeting, post_id),
  foreign key (area_id, case_id) references case_file (area_id, id)
);

alter table meeting_note enable row level security;
alter table meeting_note force row level security;

-- Whoever may see the call of the meeting sees what is written at it.
create policy reader on meeting_note for select to goldthread_reader
  using (exists (select from fact f where f.area_id = meeting_note.area_id and f.id = meeting_note.meeting));
grant select on meeting_note to goldthread_reader;
grant select, insert, update, delete on meeting_note to goldthread_recorder;
create policy recorder on meeting_note to goldthread_recorder using (true) with check (true);
