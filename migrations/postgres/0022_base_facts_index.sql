-- Most followers react to facts only, and facts are few among tracked behaviour: an index of their own
-- spares each of them the reading of every tracked row.
create index event_log_facts on event_log (tx, seq) where source = 'fact';

-- Whether a follower is behind is asked of the rows that are for it.
alter table consumer_cursor add column facts_only boolean not null default false;
