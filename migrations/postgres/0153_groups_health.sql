-- Lines between green, yellow and red. Without a group: those of the community.
create table health_lines (
  group_id   bigint      unique nulls not distinct references community_group (id) on delete cascade,
  -- by the schema in health/lights.ts
  lines      jsonb       not null,
  updated_at timestamptz not null,
  updated_by text        not null
);

-- How a group was on a day, as measured then: numbers of the past stay as they were read.
create table group_health (
  group_id    bigint      not null references community_group (id) on delete cascade,
  day         date        not null,
  -- by the schema in health/figures.ts
  figures     jsonb       not null,
  light       text        not null check (light in ('good', 'warn', 'bad', 'off')),
  stage       text        not null check (stage in ('budding', 'growing', 'stable', 'declining', 'silent')),
  level       integer     not null check (level >= 0),
  measured_at timestamptz not null,
  primary key (group_id, day)
);

-- The ladder on which groups rise (村落级, 市集级, 城镇级): what each level asks and gives. `name` empty: the
-- product's words for the rank.
create table group_level (
  rank       integer     primary key check (rank between 1 and 9),
  name       text        not null default '' check (length(name) <= 20),
  needs      jsonb       not null,
  perks      text        not null default '' check (length(perks) <= 300),
  updated_at timestamptz not null,
  updated_by text        not null
);
