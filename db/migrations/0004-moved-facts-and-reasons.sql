-- A fact that was recorded on the wrong child's case is struck out there and recorded again on the right one. Duties of the
-- right child are owed as known since the first recording, and derivation never reads a second case: so the new row says itself
-- since when it is known. Part of the row's hash wherever it is set; rows of before keep the hash that they have.
alter table fact add column known_since timestamptz;
alter table fact add constraint fact_moved check ((known_since is null) = (moved_from is null) and known_since <= recorded_at);

-- Why something was late is looked up for the duties of a list and counted for an area.
create index fact_explains on fact (area_id, answers) where kind = 'departure-explained';
