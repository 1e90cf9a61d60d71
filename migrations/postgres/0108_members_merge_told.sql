-- Whoever remembers which member an account is forgets it when two profiles become one, or part again.
create trigger member_told_merging after update of account_id, merged_into on member
  for each row when (new.account_id is not null)
  execute function tell_revocation('account', 'account_id');
