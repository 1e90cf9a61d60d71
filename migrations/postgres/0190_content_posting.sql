-- Who wrote the version that stands; the author until somebody changed it.
alter table post add column edited_by text;

-- The team looks at the newest of everything, whatever its state.
create index post_newest on post (created_at desc, id desc);

-- What the community decided once for all of its content.
create table content_setting (
  singleton    boolean primary key default true check (singleton),
  -- level of trust from which a member may open a column of his own; null: the team opens them
  column_trust integer check (column_trust between 0 and 9)
);
insert into content_setting (column_trust) values (2);
