-- The log: whatever happened, once, in the transaction in which it happened. Append-only.
-- `tx` and `seq` order it: a reader takes rows whose `tx` is below the oldest transaction still in
-- flight, in (tx, seq) order, and so never skips one that commits late.
create sequence event_log_seq as bigint cache 64;

create table event_log (
  seq          bigint      not null default nextval('event_log_seq'),
  tx           xid8        not null default pg_current_xact_id(),
  recorded_at  timestamptz not null default now(),
  occurred_at  timestamptz not null default now(),
  name         text        not null,
  source       text        not null check (source in ('fact', 'track', 'import', 'seed')),
  actor        text        not null default 'anonymous',
  member_id    bigint,
  group_id     bigint,
  anonymous_id text,
  session_id   text,
  -- what it is about, for example post / 42
  object_kind  text,
  object_id    bigint,
  -- amount in minor units, or any one number that sums
  value        bigint,
  bot          boolean     not null default false,
  staff        boolean     not null default false,
  test         boolean     not null default false,
  props        jsonb       not null default '{}',
  -- page, referrer, utm, device, sdk
  context      jsonb       not null default '{}'
) partition by range (recorded_at);

create index event_log_order on event_log (tx, seq);

-- Partitions are made ahead by a job; this one catches what no partition takes, and stays empty.
create table event_log_default partition of event_log default;

create function event_log_month(month date) returns void language plpgsql as $$
declare
  first date := date_trunc('month', month)::date;
  part  text := 'event_log_' || to_char(first, 'YYYYMM');
begin
  if to_regclass(part) is null then
    execute format('create table %I partition of event_log for values from (%L) to (%L)',
      part, first, (first + interval '1 month')::date);
  end if;
end $$;

select event_log_month((now() + make_interval(months => offset_months))::date)
  from generate_series(-1, 3) as offset_months;

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = '42501';
end $$;
