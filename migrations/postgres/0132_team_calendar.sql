-- When the team works. SLAs count working time by this; one calendar for the community, in its zone.
create table working_hours (
  -- 1 Monday … 7 Sunday
  weekday smallint not null check (weekday between 1 and 7),
  opens   time not null,
  closes  time not null check (closes > opens),
  primary key (weekday, opens)
);
insert into working_hours (weekday, opens, closes)
  select day, part.opens, part.closes from generate_series(1, 5) as day,
    (values (time '09:30', time '12:30'), (time '13:30', time '18:30')) as part (opens, closes);

create table working_calendar (
  id               smallint primary key default 1 check (id = 1),
  -- public holidays are off, the days worked in their place are working days
  follows_holidays boolean not null default true,
  changed_at       timestamptz not null default now(),
  changed_by       text not null
);
insert into working_calendar (changed_by) values ('system:setup');

-- A day that is different here, whatever the weekday and the state say.
create table calendar_exception (
  day     date primary key,
  works   boolean not null,
  -- for a working day other than the usual hours; both or neither
  opens   time,
  closes  time,
  name    text not null check (length(name) between 1 and 30),
  set_at  timestamptz not null,
  set_by  text not null,
  check ((opens is null) = (closes is null)),
  check (closes > opens),
  check (works or opens is null)
);
