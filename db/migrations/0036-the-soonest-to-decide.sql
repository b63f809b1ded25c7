-- The front door's queue is read in its order, from any place on and no further than asked for. What a stretch of it says, and who may see
-- it, stands in the index.
drop index duty_front_door;
create index duty_to_decide on duty (area_id, due_latest, case_id, id)
  include (rule, trigger_root, from_day, due_earliest, due_latest_at, lapsed_on, actor_compartment_id, trigger_compartment_id)
  where rule in ('decide-on-referral', 'decide-after-specialist-assessment', 'decide-again-on-referral')
    and met_by is null and not_known_from is null;
