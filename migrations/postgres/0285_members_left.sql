-- Who closed his account is no member from then on, and was one before: facts that tell it, for those who did already.
insert into event_log (name, source, actor, occurred_at, member_id, props)
select 'member.left', 'fact', 'system:members', c.closed_at, m.id, '{"how": "account_closed"}'
  from account_closure c join member m on m.account_id = c.account_id
 where m.merged_into is null
 order by c.closed_at, m.id;
