-- What the warehouse had when a reading was taken: a reading whose stamp is another now is taken again. Null: taken before
-- stamps were kept.
alter table goal_reading add column stamp text;

-- What readings depend on besides events: proofs of whose browser it is, and profiles that became one. Null: not read yet.
alter table goal add column read_state jsonb;
