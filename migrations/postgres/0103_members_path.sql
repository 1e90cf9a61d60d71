-- The earlier path of a member: what his browser did before he signed in.
create index event_log_visitor on event_log (anonymous_id, occurred_at desc, seq desc)
  where anonymous_id is not null and member_id is null;
