-- Prompts of the guidance that a practitioner knows and has folded away, each by its own name: one that is new stands open again.
create table folded_prompt (
  practitioner_id uuid not null references practitioner,
  prompt text not null,
  folded_at timestamptz not null,
  primary key (practitioner_id, prompt)
);
alter table folded_prompt enable row level security;
create policy recorder on folded_prompt to goldthread_recorder using (true) with check (true);
create policy reader on folded_prompt for select to goldthread_reader
  using (practitioner_id = (select context_practitioner()));
grant select on folded_prompt to goldthread_reader;
grant select, insert, delete on folded_prompt to goldthread_recorder;
