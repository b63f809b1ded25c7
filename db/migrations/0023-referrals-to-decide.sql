-- The front door's queue looks only at what is open, however long the record is: decisions that are owed on referrals, requests for
-- information that nobody answered yet, and what was proposed on a case.
create index duty_front_door on duty (area_id, case_id)
  where rule in ('decide-on-referral', 'decide-after-specialist-assessment', 'answer-information-request', 'answer-section-16h-request',
    'help-with-section-47-enquiry', 'help-under-section-27')
    and met_by is null and not_known_from is null;
create index fact_proposed on fact (area_id, case_id)
  where kind = 'referral-decision-proposed';
