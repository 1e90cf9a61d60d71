-- The team finds posts by a piece of their title, or of the first words of those without one.
create index post_grams on post using gin (name_grams(case when title = '' then left(excerpt, 60) else title end));
