-- The computation that may write now: whoever begins later takes over.
alter table life_model add column run uuid;

create table rfm_writer (
  kind text primary key check (kind in ('purchase', 'contribution')),
  run  uuid
);
insert into rfm_writer (kind) values ('purchase'), ('contribution');
