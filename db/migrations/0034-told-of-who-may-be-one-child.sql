-- A file that another agency opened and one of ours may be of the same child. What was compared stands in that agency's compartment,
-- which nobody else is granted: so whoever was told of everything that counted sees the pair as well, and of less nothing.

-- Digests of what each of the two said, by what was compared: `name`, `birthDay`, `postcode`, `number`. Of two names of a child the one
-- that was told may be the other one.
alter table possible_match add said jsonb not null default '{}', add other_said jsonb not null default '{}';

-- Whether the reader was told, word for word, of all that counted. Each entry of `weighed` names a field that both files had.
create function told_what_counted(area uuid, of_case uuid, compartment uuid, weighed jsonb, said jsonb) returns boolean
  language sql stable as $$
  select jsonb_array_length(weighed) > 0 and not exists (
    select from jsonb_array_elements(weighed) as w (counted) where not exists (
      select from search_told t
      where t.area_id = area and t.case_id = of_case and t.compartment_id = compartment and t.role = 'child'
        and case w.counted->>'field'
          when 'birthDay' then said->>'birthDay' = encode(sha256(convert_to(t.birth_day::text, 'UTF8')), 'hex')
          when 'postcode' then said->>'postcode' = encode(sha256(convert_to(t.postcode, 'UTF8')), 'hex')
          when 'number' then said->>'number' = encode(sha256(convert_to(t.nhs_number, 'UTF8')), 'hex')
          else said->>'name' = encode(sha256(convert_to(coalesce(t.forenames, '') || ' ' || coalesce(t.surname, ''), 'UTF8')), 'hex') end))
  $$;

drop policy reader on possible_match;
create policy reader on possible_match for select to goldthread_reader using (
  (exists (select from granted g where g.area_id = possible_match.area_id and g.compartment_id = possible_match.compartment_id)
    or told_what_counted(area_id, case_id, compartment_id, weighed, said))
  and (exists (select from granted g where g.area_id = possible_match.area_id and g.compartment_id = possible_match.other_compartment_id)
    or told_what_counted(area_id, other_case_id, other_compartment_id, weighed, other_said)));
