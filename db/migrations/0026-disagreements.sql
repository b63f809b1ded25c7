-- What an area's partners see of disagreements in sum is worked out from these facts alone, which are few.
create index fact_disagreement on fact (area_id, case_id)
  where kind in ('disagreement-raised', 'disagreement-answered', 'disagreement-taken-higher', 'disagreement-settled', 'disagreement-withdrawn');
