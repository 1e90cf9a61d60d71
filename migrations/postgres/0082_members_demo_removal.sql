-- A second door of the log: the rows of a demo may go again, all of them, when the removal says so with
-- `set local juluo.log_rewrite = 'seed'`. Nothing else of the log can be deleted through it.
create or replace function event_log_refuse_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and current_setting('juluo.log_rewrite', true) = 'erasure'
     and (new.seq, new.tx, new.recorded_at, new.occurred_at, new.name, new.source, new.value)
         is not distinct from
         (old.seq, old.tx, old.recorded_at, old.occurred_at, old.name, old.source, old.value) then
    return new;
  end if;
  if tg_op = 'DELETE' and current_setting('juluo.log_rewrite', true) = 'seed' and old.source = 'seed' then
    return old;
  end if;
  raise exception 'event_log is append-only' using errcode = '42501';
end $$;

-- Whoever remembers who an account is forgets it when the account becomes a member.
create trigger member_told_joining after insert on member
  for each row when (new.account_id is not null)
  execute function tell_revocation('account', 'account_id');
create trigger member_told_leaving after delete on member
  for each row when (old.account_id is not null)
  execute function tell_revocation('account', 'account_id');
