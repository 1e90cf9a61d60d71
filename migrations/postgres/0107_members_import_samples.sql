-- The first rows of a list as text, for the screen that maps its columns; goes with the file.
alter table member_import add column samples jsonb not null default '[]';
