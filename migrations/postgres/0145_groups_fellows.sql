-- Members for each other: hosts first, then the newest, without sorting the whole group.
create index group_membership_fellows on group_membership (
  group_id,
  (case role when 'owner' then 4 when 'moderator' then 3 when 'expert' then 2 else 1 end) desc,
  id desc
) where left_at is null;
