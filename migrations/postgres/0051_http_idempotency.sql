-- Answers to requests that carried an Idempotency-Key, written in the transaction of their effect.
-- Kept for at least 48 hours.
create table idempotent_answer (
  -- SHA-256 of who asked and the key
  key_hash     bytea       primary key check (length(key_hash) = 32),
  -- SHA-256 of method, address and body: the same key with another request is refused
  request_hash bytea       not null check (length(request_hash) = 32),
  status       smallint    not null check (status between 200 and 299),
  headers      jsonb       not null default '{}',
  body         text,
  answered_at  timestamptz not null default now()
);
create index idempotent_answer_age on idempotent_answer (answered_at);
