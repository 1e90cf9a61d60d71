-- Members who are removed altogether (a demo that goes, an erasure) leave their groups without a verb.
create function group_membership_gone() returns trigger language plpgsql as $$
begin
  update community_group set member_count = member_count - 1 where id = old.group_id;
  return null;
end $$;
create trigger group_membership_deleted after delete on group_membership
  for each row when (old.left_at is null) execute function group_membership_gone();
