-- How one comes to a level, and whether one can lose it again.
alter table trust_level
  -- given by the team, never by a rule
  add column by_hand  boolean not null default false,
  -- whoever has reached it stays, also when the rule no longer fits him
  add column keeps    boolean not null default true,
  -- what changes count by, so that nobody overwrites what he has not seen
  add column revision integer not null default 0;
update trust_level set by_hand = true where rank = 4;
update trust_level set keeps = false where rank = 3;
