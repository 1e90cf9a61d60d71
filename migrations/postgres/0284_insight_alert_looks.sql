-- What a signal was about may go: then it is closed with it.
alter table signal drop constraint signal_outcome_check;
alter table signal add constraint signal_outcome_check check (outcome in ('recovered', 'handled', 'dismissed', 'gone'));
-- A signal may be about a topic of the talk (S0-47): one is open about each.
alter table signal add column topic text check (length(topic) between 1 and 60);
drop index signal_open_rule;
create unique index signal_open_rule on signal (rule_id, coalesce(group_id, 0), coalesce(topic, ''))
  where closed_at is null and rule_id is not null;
drop index signal_rule;
create index signal_rule on signal (rule_id, coalesce(group_id, 0), coalesce(topic, ''), closed_at desc) where rule_id is not null;

-- Why alerts were not looked at, while they are not: one row, gone with the next look.
create table alert_look_missed (
  one    boolean     primary key default true check (one),
  -- away: the warehouse does not answer · behind: it does not know all that the log holds
  reason text        not null check (reason in ('away', 'behind')),
  since  timestamptz not null,
  last   timestamptz not null
);
