-- Followers of the log: where each stands, what each has done, what each could not do.

-- Up to where the log is complete: every transaction below has committed or is gone, so no row can
-- appear there any more. Redefined by the epoch guard (base/facts/epoch.ts) after a restore by dump.
create function log_horizon() returns xid8 language sql stable as
  'select pg_snapshot_xmin(pg_current_snapshot())';

create table consumer_cursor (
  name          text        primary key,
  -- the last row of the log that is behind it
  tx            xid8        not null,
  seq           bigint      not null,
  -- tries of the row that it cannot get past now
  failing_seq   bigint,
  failures      integer     not null default 0,
  last_error    text,
  last_error_at timestamptz,
  retry_at      timestamptz,
  -- when that last row was recorded; lag in seconds is measured from it
  reached_at    timestamptz,
  advanced_at   timestamptz not null default now(),
  created_at    timestamptz not null default now()
);

-- Somebody stopped it: who, when and why.
create table consumer_pause (
  consumer  text        primary key references consumer_cursor (name) on delete cascade,
  paused_by text        not null,
  paused_at timestamptz not null default now(),
  reason    text        not null default ''
);

-- What an effect did, once per row of the log: the key commits together with the effect.
create table effect_done (
  consumer text        not null,
  effect   text        not null,
  tx       xid8        not null,
  seq      bigint      not null,
  done_at  timestamptz not null default now(),
  primary key (consumer, effect, seq)
);
create index effect_done_age on effect_done using brin (done_at);

-- What an effect could not do after all its tries. The consumer has gone on.
create table consumer_dead_letter (
  id          bigint      generated always as identity primary key,
  consumer    text        not null references consumer_cursor (name) on delete cascade,
  -- empty for a consumer that takes batches
  effect      text        not null default '',
  tx          xid8        not null,
  seq         bigint      not null,
  event_name  text        not null,
  reason      text        not null,
  attempts    integer     not null,
  failed_at   timestamptz not null default now(),
  redrive_by  text,
  redrive_at  timestamptz,
  resolution  text        check (resolution in ('redriven', 'discarded')),
  resolved_by text,
  resolved_at timestamptz,
  check ((resolution is null) = (resolved_at is null)),
  unique (consumer, effect, seq)
);
create index consumer_dead_letter_open on consumer_dead_letter (consumer, tx, seq) where resolution is null;

-- Work that must happen once whoever asks and however often: the key commits together with the work.
create table once_key (
  key     text        primary key,
  done_at timestamptz not null default now()
);
create index once_key_age on once_key using brin (done_at);

-- Each PostgreSQL cluster this log has lived in; transaction numbers restart in a new one.
create table log_epoch (
  id                bigint      generated always as identity primary key,
  system_identifier text        not null,
  -- added to the cluster's transaction numbers so that the log's order goes on
  tx_offset         bigint      not null,
  began_at          timestamptz not null default now()
);

-- The log is append-only. One door: erasure may rewrite what identifies a person, and says so with
-- `set local juluo.log_rewrite = 'erasure'`; order, time and name of a row stay what they were.
-- Old months leave as whole partitions, never row by row.
create function event_log_refuse_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and current_setting('juluo.log_rewrite', true) = 'erasure'
     and (new.seq, new.tx, new.recorded_at, new.occurred_at, new.name, new.source, new.value)
         is not distinct from
         (old.seq, old.tx, old.recorded_at, old.occurred_at, old.name, old.source, old.value) then
    return new;
  end if;
  raise exception 'event_log is append-only' using errcode = '42501';
end $$;

create trigger event_log_append_only before update or delete on event_log
  for each row execute function event_log_refuse_change();
create trigger event_log_no_truncate before truncate on event_log
  for each statement execute function event_log_refuse_change();
