-- What an imported file says of a child whose record is kept apart stands in a file of its own, as of any other child: whoever imports
-- and then looks for the number finds a file, whether or not there is another (decision 0030). `beside` is the record kept apart.
alter table import_child add column beside uuid;
-- What was only compared until now was recorded nowhere: the next file opens a file for it.
delete from import_fact f where exists (select from import_child c where c.area_id = f.area_id and c.case_id = f.case_id and c.is_apart)
  and not exists (select from import_child c where c.area_id = f.area_id and c.case_id = f.case_id and not c.is_apart);
delete from import_child where is_apart;
drop index import_child_apart;
alter table import_child drop column is_apart;
create index import_child_beside on import_child (area_id) where beside is not null;
