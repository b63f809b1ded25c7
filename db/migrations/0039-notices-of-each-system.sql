-- What waits for one system is found without going through what waits for the others.
drop index notice_waiting;
create index notice_waiting on notice (client_id, next_at) where next_at is not null;
