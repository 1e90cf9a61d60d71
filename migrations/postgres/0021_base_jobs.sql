-- How far a job is, for its progress bar. The queue itself belongs to pg-boss (schema pgboss).
create table job_progress (
  job_id     uuid        primary key,
  name       text        not null,
  done       bigint      not null,
  total      bigint,
  note       text,
  updated_at timestamptz not null default now()
);

-- Processes of this installation say every few seconds that they live.
create table process_beat (
  id         uuid        primary key,
  host       text        not null,
  pid        integer     not null,
  roles      text[]      not null,
  version    text        not null,
  -- resident memory in bytes
  memory     bigint      not null,
  started_at timestamptz not null,
  beat_at    timestamptz not null default now()
);
