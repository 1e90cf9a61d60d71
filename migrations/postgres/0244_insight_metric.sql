-- Metrics that operators made, and those of the catalogue that they changed (the same key). What a metric means is a
-- definition in the metric language; goals, alerts and dashboards name its key, so a row is archived, never deleted.
create table metric (
  key         text primary key check (key ~ '^[a-z][a-z0-9_]{0,40}$'),
  name        text not null check (length(name) between 1 and 40),
  -- how it is worked out, in words that stand beside every figure
  formula     text not null default '' check (length(formula) <= 400),
  unit        text not null check (unit in ('times', 'members', 'share', 'money', 'minutes', 'days', 'number', 'score')),
  better      text not null check (better in ('more', 'less')),
  definition  jsonb not null,
  version     integer not null default 1 check (version >= 1),
  created_by  text not null,
  created_at  timestamptz not null,
  changed_by  text not null,
  changed_at  timestamptz not null,
  archived_by text,
  archived_at timestamptz,
  check ((archived_by is null) = (archived_at is null))
);
create sequence metric_own_key;

-- What each version said: figures of the past can be explained.
create table metric_version (
  metric_key text not null references metric (key) on delete cascade,
  version    integer not null check (version >= 1),
  name       text not null,
  formula    text not null,
  unit       text not null,
  better     text not null,
  definition jsonb not null,
  changed_by text not null,
  changed_at timestamptz not null,
  primary key (metric_key, version)
);
