-- How far the words of posts and comments are copied into the tables of the warehouse that there are now.
create table talk_copies (
  one         boolean primary key default true check (one),
  generation  uuid,
  post_to     bigint      not null default 0,
  comment_to  bigint      not null default 0,
  began_at    timestamptz,
  finished_at timestamptz
);
insert into talk_copies default values;
