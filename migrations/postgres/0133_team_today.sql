-- What an operator did with an item of Today: put it off, or out of sight until it changes. The items
-- themselves are nowhere stored.
create table work_mark (
  account_id bigint not null references account (id) on delete cascade,
  source     text not null check (length(source) <= 80),
  key        text not null check (length(key) <= 120),
  -- either until when, or how the item looked when it was dismissed
  until      timestamptz,
  seen_as    text check (length(seen_as) <= 64),
  made_at    timestamptz not null,
  primary key (account_id, source, key),
  check ((until is null) <> (seen_as is null))
);
create index work_mark_made on work_mark (made_at);

-- Who took an item that is anybody's, so that two do not do it.
create table work_taken (
  source     text not null check (length(source) <= 80),
  key        text not null check (length(key) <= 120),
  account_id bigint not null references account (id) on delete cascade,
  taken_at   timestamptz not null,
  primary key (source, key)
);
create index work_taken_account on work_taken (account_id);
create index work_taken_at on work_taken (taken_at);
