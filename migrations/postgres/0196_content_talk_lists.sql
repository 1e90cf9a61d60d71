-- What a member follows, as a list; and polls whose end nobody has been told of yet.
create index follow_newest on follow (member_id, id desc);
alter table poll add column end_told_at timestamptz;
create index poll_ending on poll (closes_at) where closes_at is not null and end_told_at is null;
