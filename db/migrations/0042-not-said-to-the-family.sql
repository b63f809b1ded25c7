-- Shared through a meeting: whoever did so was not asked whether the family was told, and nobody else's answer is written for them.
alter table disclosure drop constraint disclosure_family_told_check,
  add constraint disclosure_family_told_check check (family_told in ('yes', 'no', 'later', 'not-said'));
