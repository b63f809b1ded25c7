-- A search asks of each of some thousand rows whether the reader's posts are granted it. The primary key begins with the area, which is
-- the same in all of them; this index is a level less deep, and each of those questions a quarter cheaper.
create index compartment_grant_compartment on compartment_grant (compartment_id, holder_id);
