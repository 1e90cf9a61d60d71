-- Orders are announced as facts now, so their names read as those of facts: order_paid becomes order.paid.
-- What people have defined with the old names means the same as before, and so does the past.
create function pg_temp.renamed(given jsonb) returns jsonb language sql immutable as $$
  select replace(replace(given::text, '"order_paid"', '"order.paid"'), '"order_refunded"', '"order.refunded"')::jsonb
$$;

do $$
declare
  held record;
begin
  for held in
    select * from (values
      ('segment_version', 'definition'), ('tag_rule', 'definition'), ('rfm_version', 'definition'),
      ('life_version', 'definition'), ('persona', 'definition'), ('study', 'definition'),
      ('study_quota', 'definition'), ('trust_level', 'definition'), ('tier_rule', 'rises'), ('tier_rule', 'stays'),
      ('elimination_rule', 'risk'), ('elimination_rule', 'back_if'), ('elimination_case', 'reasons'),
      ('admission_step', 'settings'), ('saved_view', 'query')) as place (of_table, of_column)
  loop
    execute format('update %1$I set %2$I = pg_temp.renamed(%2$I) where %2$I::text ~ ''"order_(paid|refunded)"''',
      held.of_table, held.of_column);
  end loop;
end $$;

-- Orders that were tracked as bare events. The log is append-only for everybody else; a name is changed once, here.
do $$
begin
  if exists (select from event_log where name in ('order_paid', 'order_refunded')) then
    alter table event_log disable trigger event_log_append_only;
    update event_log set name = replace(name, 'order_', 'order.') where name in ('order_paid', 'order_refunded');
    alter table event_log enable trigger event_log_append_only;
    -- The warehouse begins again from the log.
    update warehouse_sink
       set generation = gen_random_uuid(), tx = '0', seq = 0, rows = 0, reached_at = null, caught_up_at = null,
           plan_tx = null, plan_seq = null, plan_rows = null, plan_reached_at = null, plan_low = null, plan_high = null;
  end if;
end $$;
