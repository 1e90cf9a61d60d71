-- How alike a name is to what was typed: Dice over pairs of neighbouring characters, from 0 to 1.
create function name_likeness(name text, wanted text[]) returns real
language sql immutable parallel safe strict
return (
  select (2.0 * count(*) filter (where pair = any (wanted)) / greatest(count(*) + cardinality(wanted), 1))::real
    from (select distinct substr(lower(name), at, 2) as pair
            from generate_series(1, length(name) - 1) as at) as pairs
);

-- One collation for the order of names, whatever the database was made with.
drop index member_nickname;
create index member_nickname on member ((lower(nickname) collate "C"), id);

alter table member add foreign key (avatar_file_id) references file (id) on delete set null;
create index member_avatar_file on member (avatar_file_id) where avatar_file_id is not null;
create index member_channel on member (channel, joined_at desc);
