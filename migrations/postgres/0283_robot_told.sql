-- What robots of group chats were told: one row for each message, by its key. Written before the message leaves, so
-- that whoever comes after a crash knows that it may have arrived.
create table robot_told (
  key      text        primary key check (length(key) between 1 and 200),
  kind     text        not null check (kind in ('wecom', 'feishu', 'dingtalk', 'webhook')),
  -- sending: on its way, or whoever sent it was killed · waiting: tried again later · told · refused: the other side
  -- will not have it · unknown: it may have arrived, and a chat is not told twice
  state    text        not null check (state in ('sending', 'waiting', 'told', 'refused', 'unknown')),
  attempts integer     not null default 1 check (attempts > 0),
  -- in the words of the other side; never its address
  problem  text        check (length(problem) <= 300),
  at       timestamptz not null
);
create index robot_told_old on robot_told (at);
-- Signals that were told already stay told.
insert into robot_told (key, kind, state, problem, at)
select 'signal:' || t.signal_id, coalesce(r.robot_kind, 'webhook'), case when t.problem is null then 'told' else 'refused' end,
       left(t.problem, 300), t.told_at
  from signal_told t join signal s on s.id = t.signal_id left join alert_rule r on r.id = s.rule_id
 where t.way = 'robot';
delete from signal_told where way = 'robot';
