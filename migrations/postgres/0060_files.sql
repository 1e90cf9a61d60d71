-- A file that people or the product itself stored. Its bytes are in the data folder or in S3, under keys
-- that we made; `token` is the only thing about it that appears in addresses.
-- Whoever keeps a file refers to it by a foreign key. One that nothing refers to is removed after `keep_until`.
create table file (
  id         bigint generated always as identity primary key,
  token      text        not null unique check (token ~ '^[A-Za-z0-9_-]{22}$'),
  owner_id   bigint      references account (id) on delete set null,
  purpose    text        not null check (length(purpose) between 1 and 60),
  -- what the bytes are, found out by reading them
  type       text        not null,
  -- shown when it is downloaded; never part of a path
  name       text        not null default '' check (length(name) <= 200),
  size       bigint      not null check (size >= 0),
  width      integer,
  height     integer,
  -- of what was sent, before an image was made anew
  sha256     bytea       not null,
  visibility text        not null check (visibility in ('public', 'private')),
  -- false while its bytes are being written
  ready      boolean     not null default false,
  keep_until timestamptz not null,
  removed_at timestamptz,
  created_at timestamptz not null
);
create index file_owner on file (owner_id);
create index file_keep_until on file (keep_until);

-- The sizes of an image (each as WebP, the smaller ones as AVIF too), or the one body of another file.
create table file_variant (
  file_id     bigint  not null references file (id) on delete cascade,
  name        text    not null check (name in ('small', 'medium', 'large', 'body')),
  type        text    not null,
  storage_key text    not null unique,
  size        bigint  not null,
  width       integer,
  height      integer,
  primary key (file_id, name, type)
);

alter table account add foreign key (avatar_file_id) references file (id) on delete set null;
create index account_avatar_file on account (avatar_file_id) where avatar_file_id is not null;
alter table community add foreign key (logo_file_id) references file (id) on delete set null;
