-- One number that every change of boards, of who may what on them, and of what groups show of themselves
-- raises, in the same transaction: a process that remembers the boards asks for it before it believes itself.
create table board_version (
  one     boolean primary key default true check (one),
  version bigint  not null default 1
);
insert into board_version default values;
create function raise_board_version() returns trigger language plpgsql as $$
begin
  update board_version set version = version + 1;
  return null;
end $$;
create trigger board_version_of_board after insert or update or delete on board
  for each statement execute function raise_board_version();
create trigger board_version_of_grant after insert or update or delete on board_grant
  for each statement execute function raise_board_version();
create trigger board_version_of_group
  after insert or delete or update of slug, name, glyph, colour, visibility, archived_at on community_group
  for each statement execute function raise_board_version();
