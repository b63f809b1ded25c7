-- Systems of agencies: each acts in a post of its own, so that what it may see and do is what the one policy says of that
-- post. What it is known by, what it sent once, where it wants notices, and the notices that wait for it.

create table api_client (
  id uuid primary key,
  post_id uuid not null references post,
  name text not null,
  -- What proves the secret; the secret itself is kept nowhere.
  secret_hash text not null,
  made_at timestamptz not null,
  revoked_at timestamptz
);
create index api_client_post on api_client (post_id);
create table api_token (
  hash bytea primary key,
  client_id uuid not null references api_client,
  expires_at timestamptz not null
);
create index api_token_expires on api_token (expires_at);
-- The key under which a system sent something, and what it sent: the same key with other words is a mistake.
create table api_submission (
  client_id uuid not null references api_client,
  key uuid not null,
  fingerprint bytea not null,
  sent_at timestamptz not null,
  primary key (client_id, key)
);

-- Where a system wants to be told that there is something to fetch. The secret signs each notice.
create table webhook (
  client_id uuid primary key references api_client,
  url text not null,
  secret text not null,
  made_at timestamptz not null,
  -- Since when nothing arrives there, and the answer of the last attempt; nothing while all is well.
  failing_since timestamptz,
  last_answer text,
  disabled_at timestamptz
);
-- Written with what it is about, in the same transaction. A notice holds no personal data: what it is about is read by
-- whoever fetches it, under the policy of that moment.
create table notice (
  area_id uuid not null references area,
  id uuid not null,
  client_id uuid not null references api_client,
  post_id uuid not null references post,
  type text not null check (type in ('fact-recorded', 'disclosure-received', 'request-received', 'duty-arisen')),
  case_id uuid not null,
  subject text not null,
  occurred_at timestamptz not null,
  tries integer not null default 0,
  -- Nothing once it has arrived, or is not tried any more.
  next_at timestamptz,
  delivered_at timestamptz,
  primary key (area_id, id),
  unique (client_id, type, subject)
);
create index notice_waiting on notice (next_at) where next_at is not null;
create index notice_client on notice (client_id, occurred_at, id);

-- Whether anybody wants notices of what is recorded there: asked with every recording.
alter table area add column is_watched boolean not null default false;

do $$
declare name text;
begin
  foreach name in array array['api_client', 'api_token', 'api_submission', 'webhook', 'notice'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy door on %I to goldthread_door using (true) with check (true)', name);
  end loop;
end $$;

-- The door lets systems in and sends notices out. It does not see what a notice is about.
grant select on api_client to goldthread_door;
grant select, insert, delete on api_token to goldthread_door;
grant select, insert on api_submission to goldthread_door;
grant select, insert, update, delete on webhook to goldthread_door;
grant select (area_id, id, client_id, type, occurred_at, tries, next_at, delivered_at), update (tries, next_at, delivered_at)
  on notice to goldthread_door;
grant update (is_watched) on area to goldthread_door;
create policy door_watches on area for update to goldthread_door using (true) with check (true);

-- The recorder writes notices for those who may see what it records.
create policy recorder on api_client for select to goldthread_recorder using (true);
create policy recorder on webhook for select to goldthread_recorder using (true);
create policy recorder on notice to goldthread_recorder using (true) with check (true);
grant select (id, post_id, revoked_at) on api_client to goldthread_recorder;
grant select (client_id, made_at) on webhook to goldthread_recorder;
grant select, insert on notice to goldthread_recorder;

create policy reader on notice for select to goldthread_reader using (post_id = (select context_post()));
grant select on notice to goldthread_reader;
