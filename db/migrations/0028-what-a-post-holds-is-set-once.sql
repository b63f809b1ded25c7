-- What a post holds, and the cases that a conflict of interest closes to its holder, are looked up once, when the transaction
-- begins, and stand in its context. Row policies compare with them; before, each policy of each table of each statement looked
-- them up anew, and most of the time of a page went into planning that.

-- One row for each holder. It says that it returns one, as it nearly always does: with an array the planner thinks of ten, finds
-- looking up one row in the grants dear, and makes a list of all that a post is granted instead. For a post that sees a million
-- files that took 1.6 s a search.
create function context_holder() returns setof uuid language sql stable parallel safe rows 1
  as $$ select unnest(nullif(current_setting('goldthread.holders', true), '')::uuid[]) $$;
create function context_conflicts() returns uuid[] language sql stable parallel safe
  return nullif(current_setting('goldthread.conflicts', true), '')::uuid[];

-- Without a context there is no holder, and nothing is shown; nor is anything that is compared with no list of conflicts.
alter policy reader on compartment_grant using (holder_id in (select context_holder()));

create or replace view granted with (security_invoker) as
  select g.area_id, g.compartment_id, g.case_id, g.apart from compartment_grant g
  where g.holder_id in (select context_holder())
    and g.starts_at <= now() and (g.ends_at is null or g.ends_at > now())
    and g.case_id <> all((select context_conflicts())::uuid[]);

create or replace view disclosed with (security_invoker) as
  select d.root, d.case_id from disclosed_fact d
  where d.agency_id = (select context_agency())
    and (not d.by_grant or exists (select from granted g where g.area_id = d.area_id and g.case_id = d.case_id and not g.apart))
    and d.reached_at <= now() and (d.until_at is null or d.until_at > now())
    and d.case_id <> all((select context_conflicts())::uuid[]);
