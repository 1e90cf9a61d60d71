-- What an event of the log should have said. The log keeps what it was told, for ever; whoever adds amounts up
-- takes this instead: the sink on the way into the warehouse, and conditions about one member.
create table event_amendment (
  name        text        not null,
  object_kind text        not null,
  object_id   bigint      not null,
  value       bigint      not null,
  amended_at  timestamptz not null,
  primary key (name, object_kind, object_id)
);
