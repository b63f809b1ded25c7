-- What is due is counted each time somebody comes home, of a team or a whole agency: all that is counted, and all that says who may
-- see it, stands in the index.
drop index duty_team_due;
create index duty_team_due on duty (area_id, team_id, due_latest)
  include (due_latest_at, lapsed_on, actor_compartment_id, trigger_compartment_id, trigger_root)
  where met_by is null and not_known_from is null;
drop index duty_agency_due;
create index duty_agency_due on duty (area_id, agency_id, due_latest)
  include (due_latest_at, lapsed_on, actor_compartment_id, trigger_compartment_id, trigger_root)
  where met_by is null and not_known_from is null;
