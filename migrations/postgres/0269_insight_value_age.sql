-- A column called like the usual alias of a table is taken for it where rows are read whole.
alter table value_standing rename column t to age;
