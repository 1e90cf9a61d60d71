-- How a post stood before it went out of sight: what was held back does not come into public by being taken away
-- and brought back.
alter table post add column left_state text
  check (left_state in ('scheduled', 'pending', 'published', 'hidden'));
