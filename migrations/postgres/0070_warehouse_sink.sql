-- Where the warehouse stands in the log. One row. A batch is planned here, durably, before it is sent:
-- after a crash the same rows go out again under the same token, and the warehouse takes them once.
create table warehouse_sink (
  one         boolean     primary key default true check (one),
  -- names the set of tables that is being filled; a new one means: everything again from the log
  generation  uuid        not null default gen_random_uuid(),
  -- the last row of the log that is in the warehouse, and how many are in it
  tx          xid8        not null default '0',
  seq         bigint      not null default 0,
  rows        bigint      not null default 0,
  reached_at  timestamptz,
  -- number of the last batch that was planned; its rows end at plan_tx, plan_seq while it is on its way
  batch       bigint      not null default 0,
  plan_tx     xid8,
  plan_seq    bigint,
  plan_rows   integer,
  plan_reached_at timestamptz,
  -- smallest and largest seq in it
  plan_low    bigint,
  plan_high   bigint,
  failures    integer     not null default 0,
  last_error  text,
  last_error_at timestamptz,
  check (num_nulls(plan_tx, plan_seq, plan_rows, plan_reached_at, plan_low, plan_high) in (0, 6))
);
insert into warehouse_sink default values;
