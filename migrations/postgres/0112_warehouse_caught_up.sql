-- Since when the tables of this generation hold everything up to the present; null while they are filled again from
-- the log. Until then sets of members are found in a part of what happened, and nobody may act on them.
alter table warehouse_sink add column caught_up_at timestamptz;
