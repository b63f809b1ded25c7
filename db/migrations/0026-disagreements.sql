-- What an area's partners see of disagreements in sum is worked out from these facts alone, which are few.
create index fact_disagreement on fact (area_id, case_id)
  where kind in ('disagreement-raised', 'disagreement-answered', 'disagreement-taken-higher', 'disagreement-settled', 'disagreement-withdrawn');

-- A referral whose decision was changed is open again, and stands in the front door's queue with those that nobody decided yet. The queue
-- goes through all that is open: all that it reads of it, and all that says who may see it, stands in the index.
drop index duty_front_door;
create index duty_front_door on duty (area_id, case_id)
  include (id, rule, trigger_root, from_day, due_earliest, due_latest, due_latest_at, lapsed_on, actor_compartment_id, trigger_compartment_id)
  where rule in ('decide-on-referral', 'decide-after-specialist-assessment', 'decide-again-on-referral', 'answer-information-request',
    'answer-section-16h-request', 'help-with-section-47-enquiry', 'help-under-section-27')
    and met_by is null and not_known_from is null;
-- Of an old file with hundreds of duties a row of the queue counts the few that are answers.
create index duty_asked on duty (area_id, case_id)
  where rule in ('answer-information-request', 'answer-section-16h-request', 'help-with-section-47-enquiry', 'help-under-section-27')
    and not_known_from is null;
