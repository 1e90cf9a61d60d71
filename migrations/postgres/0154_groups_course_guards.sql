-- The last run of a rule broke off: when, and by which problem. Null once a run went through.
alter table tier_rule
  add column failed_at timestamptz,
  add column failure   text check (length(failure) between 1 and 100),
  add check ((failed_at is null) = (failure is null));
alter table elimination_rule
  add column failed_at timestamptz,
  add column failure   text check (length(failure) between 1 and 100),
  add check ((failed_at is null) = (failure is null));

-- An appeal ends unanswered with the case it is about.
alter table elimination_appeal drop constraint elimination_appeal_state_check;
alter table elimination_appeal
  add constraint elimination_appeal_state_check check (state in ('open', 'granted', 'refused', 'closed'));
update elimination_appeal a
   set state = 'closed', answered_at = coalesce(c.returned_at, c.decided_at, a.asked_at), answered_by = 'system:rule'
  from elimination_case c
 where c.id = a.case_id and a.state = 'open' and c.state not in ('warned', 'due', 'removed');
