-- A comment that was held back before anybody saw it: nobody has been told of it, whatever became of it since.
alter table comment add column held_at timestamptz;
update comment set held_at = created_at where state = 'pending' and version = 1;
