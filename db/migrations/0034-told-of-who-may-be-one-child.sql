-- A file that another agency opened and one of ours may be of the same child. What was compared stands in that agency's compartment,
-- which nobody else is granted: so whoever was told of everything that counted sees the pair as well, and of less nothing. Each entry
-- of `weighed` names a field that both files had.
drop policy reader on possible_match;
create policy reader on possible_match for select to goldthread_reader using (
  (exists (select from granted g where g.area_id = possible_match.area_id and g.compartment_id = possible_match.compartment_id)
    or (jsonb_array_length(possible_match.weighed) > 0 and not exists (
      select from jsonb_array_elements(possible_match.weighed) as w (counted) where not exists (
        select from search_told t where t.area_id = possible_match.area_id and t.case_id = possible_match.case_id
          and t.compartment_id = possible_match.compartment_id and t.role = 'child'
          and case w.counted->>'field' when 'birthDay' then t.birth_day is not null when 'postcode' then t.postcode is not null
            when 'number' then t.nhs_number is not null else t.surname is not null end))))
  and (exists (select from granted g where g.area_id = possible_match.area_id and g.compartment_id = possible_match.other_compartment_id)
    or (jsonb_array_length(possible_match.weighed) > 0 and not exists (
      select from jsonb_array_elements(possible_match.weighed) as w (counted) where not exists (
        select from search_told t where t.area_id = possible_match.area_id and t.case_id = possible_match.other_case_id
          and t.compartment_id = possible_match.other_compartment_id and t.role = 'child'
          and case w.counted->>'field' when 'birthDay' then t.birth_day is not null when 'postcode' then t.postcode is not null
            when 'number' then t.nhs_number is not null else t.surname is not null end)))));
