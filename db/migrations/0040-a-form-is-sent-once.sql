-- Which forms somebody sent, for a week: a form that comes again with other words (back, changed, sent once more) is not taken for the
-- same one. No words and no address: a digest of both, and an id made of the form's own and its address.
create table sent_form (
  practitioner_id uuid not null references practitioner,
  id uuid not null,
  typed bytea not null,
  sent_at timestamptz not null,
  primary key (practitioner_id, id)
);
alter table sent_form enable row level security;
create policy door on sent_form to goldthread_door
  using (practitioner_id = (select context_practitioner())) with check (practitioner_id = (select context_practitioner()));
grant select, insert, delete on sent_form to goldthread_door;
