-- Referrals through the page that needs no account. Whoever sent one has a code, by which the receipt is found: the code itself is kept
-- nowhere. The reference is for the telephone: it leads those who may see the file to it, and opens nothing.
create table public_referral (
  area_id uuid not null references area,
  case_id uuid not null,
  -- The first recording of the referral.
  root uuid not null,
  code_hash bytea not null unique,
  -- Whether a second arrival says the same: made with the code, so that it tells nothing of the words.
  fingerprint bytea not null,
  reference text not null,
  sent_at timestamptz not null,
  primary key (area_id, reference),
  foreign key (area_id, case_id) references case_file
);
create index public_referral_case on public_referral (area_id, case_id);

alter table public_referral enable row level security;

-- The recorder alone knows how far a referral has come, and says only that much. The door, which serves strangers, sees no case.
create policy recorder on public_referral to goldthread_recorder using (true) with check (true);
grant select, insert on public_referral to goldthread_recorder;

-- At the front door the reference finds the file, for those who may see it.
create policy reader on public_referral for select to goldthread_reader
  using (exists (select from granted g where g.area_id = public_referral.area_id and g.case_id = public_referral.case_id));
grant select (area_id, case_id, reference) on public_referral to goldthread_reader;
