-- Since when it is told that a poll is closed: by its hour, or by hand. What closed long ago is news to nobody.
alter table poll add column told_at timestamptz;
update poll set told_at = closes_at where closes_at < now();
create index poll_untold on poll (closes_at) where told_at is null and closes_at is not null;
