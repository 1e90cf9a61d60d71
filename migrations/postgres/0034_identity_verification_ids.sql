-- The sign-in library reserves some of these rows under names of its own, so their ids are text.
alter table verification alter column id drop identity;
alter table verification alter column id type text using id::text;
alter table verification alter column id set default gen_random_uuid()::text;
