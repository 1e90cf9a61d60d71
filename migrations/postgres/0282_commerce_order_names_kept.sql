-- 0256 renamed order_paid and order_refunded where conditions are kept; these came to be before it ran as well and
-- hold questions and definitions with names of events: metrics, their versions, saved questions, group levels.
do $$
declare
  held record;
begin
  for held in
    select * from (values
      ('metric', 'definition'), ('metric_version', 'definition'), ('saved_question', 'question'),
      ('group_level', 'needs')) as place (of_table, of_column)
  loop
    execute format(
      'update %1$I set %2$I = replace(replace(%2$I::text, ''"order_paid"'', ''"order.paid"''),
         ''"order_refunded"'', ''"order.refunded"'')::jsonb where %2$I::text ~ ''"order_(paid|refunded)"''',
      held.of_table, held.of_column);
  end loop;
end $$;
