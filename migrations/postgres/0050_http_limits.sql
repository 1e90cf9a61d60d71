-- How often callers called, in windows cut by the clock. Unlogged: after a crash the counts start anew.
create unlogged table rate_window (
  key        text    not null,
  -- number of the window since 1970, in units of the limit's period
  slot       bigint  not null,
  count      integer not null,
  expires_at timestamptz not null,
  primary key (key, slot)
);
create index rate_window_expiry on rate_window (expires_at);

-- Counts one call for several keys at once, or none: `wait` is 0 when the call may pass, else the
-- seconds until it could. The previous window counts in proportion to how much of it still overlaps
-- the last `period` seconds, so no burst at the edge of two windows gets through twice.
-- Keys must come sorted: rows are locked in that order.
create function rate_take(keys text[], maxima integer[], period integer, out wait integer, out remaining integer)
language plpgsql as $$
declare
  moment   double precision := extract(epoch from clock_timestamp());
  this     bigint := floor(moment / period);
  passed   double precision := moment / period - this;
  current  integer;
  previous integer;
  room     double precision;
begin
  wait := 0;
  remaining := 2147483647;
  for i in 1 .. array_length(keys, 1) loop
    insert into rate_window as w (key, slot, count, expires_at)
      values (keys[i], this, 0, now() + make_interval(secs => 2 * period))
      on conflict (key, slot) do update set count = w.count
      returning count into current;
    select count into previous from rate_window where key = keys[i] and slot = this - 1;
    previous := coalesce(previous, 0);
    room := maxima[i] - current - previous * (1 - passed);
    if room < 1 then
      wait := greatest(wait, ceil(rate_wait(maxima[i], current, previous, passed) * period));
    end if;
    remaining := least(remaining, greatest(floor(room)::integer - 1, 0));
  end loop;
  if wait = 0 then
    update rate_window set count = count + 1 where key = any (keys) and slot = this;
  end if;
end $$;

-- Share of a period until one more call fits.
create function rate_wait(maximum integer, current integer, previous integer, passed double precision)
returns double precision language sql immutable as $$
  select greatest(0.001, case
    when current + 1 <= maximum then 1 - (maximum - 1 - current)::double precision / greatest(previous, 1) - passed
    else 1 - passed + greatest(0, 1 - (maximum - 1)::double precision / greatest(current, 1))
  end)
$$;
