-- Whose attention was counted within one half hour, so that it is counted once. `viewer` is a keyed hash that
-- changes each day: it says that two reports came from the same place, and nothing about whom. Rows live two hours.
create table attention_window (
  viewer    bytea       not null,
  opened_at timestamptz not null,
  -- posts that were on the screen, that were read, and that were passed on (the way stands with the post)
  shown     bigint[]    not null default '{}',
  read      bigint[]    not null default '{}',
  shared    text[]      not null default '{}',
  primary key (viewer, opened_at),
  check (cardinality(shown) <= 2000 and cardinality(read) <= 2000 and cardinality(shared) <= 2000)
);
create index attention_window_opened on attention_window (opened_at);
