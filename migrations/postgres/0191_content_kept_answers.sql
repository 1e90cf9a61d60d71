-- What becomes of the posts of somebody whose account ends. Those nobody answered go. Of those that others answered
-- the words go as well, unless the community keeps them, without saying whose they were.
alter table content_setting add column keep_answered boolean not null default false;
