-- On whose behalf a transaction acts, with what row policies compare with: what the post holds, and the cases in which its holder has an
-- interest. A function, so that a connection plans the looking up once and not for each transaction, of which each page has several.
create function set_context(post uuid, agency uuid, practitioner uuid) returns void language plpgsql as $$
begin
  perform set_config('goldthread.post', post::text, true), set_config('goldthread.agency', agency::text, true),
    set_config('goldthread.practitioner', practitioner::text, true);
  -- Looked up in the context that now holds.
  perform
    set_config('goldthread.holders',
      (select coalesce(array_agg(h.holder_id), '{}')::text from post_holder h where h.post_id = set_context.post), true),
    set_config('goldthread.conflicts',
      (select coalesce(array_agg(c.case_id), '{}')::text from conflict_of_interest c
       where c.practitioner_id = set_context.practitioner and c.ended_at is null), true);
end $$;
