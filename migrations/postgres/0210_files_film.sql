-- How long a film or a sound plays, found out by reading it.
alter table file add column duration_ms integer check (duration_ms >= 0);
