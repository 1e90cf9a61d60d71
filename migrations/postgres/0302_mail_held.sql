-- What was held back never left. From here on a mail that is still of use later is held and goes when its recipient got
-- fewer; one that is not (a sign-in link) is dropped.
alter table mail drop constraint mail_state_check;
update mail set state = 'dropped' where state = 'held';
alter table mail add constraint mail_state_check
  check (state in ('queued', 'sent', 'kept', 'held', 'failed', 'dropped'));
alter table mail add constraint mail_held_check check (state <> 'held' or content is not null);
-- when one that was held was let go: from then on it counts against the hour
alter table mail add column released_at timestamptz;
drop index mail_recipient;
create index mail_recipient on mail (recipient, (coalesce(released_at, created_at)));
create index mail_held on mail (recipient, id) where state = 'held';
