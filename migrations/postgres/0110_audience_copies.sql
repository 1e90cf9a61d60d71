-- How far the copies of members in the warehouse are made. One row: which generation of its tables they are for,
-- and up to which member. Another generation, or none, means: all of them again.
create table member_copies (
  one         boolean     primary key default true check (one),
  generation  uuid,
  done_to     bigint      not null default 0,
  members     bigint      not null default 0,
  began_at    timestamptz,
  finished_at timestamptz
);
insert into member_copies default values;
