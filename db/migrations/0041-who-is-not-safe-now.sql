-- Referrals of children whom whoever told of them said not to be safe: they stand on top of the front door's queue.
create index fact_not_safe on fact (area_id, happened_from, case_id, root)
  where kind = 'referral-received' and data->>'safety' = 'in-danger';
