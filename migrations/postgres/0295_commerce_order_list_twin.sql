-- Lists of orders go the way of all imports: the same columns as every table of imports has.
alter table order_list
  add column started_at timestamptz,
  add column undo_until timestamptz,
  add column undone_at  timestamptz,
  add column undone_by  text,
  drop constraint order_list_state_check,
  add constraint order_list_state_check
    check (state in ('draft', 'checking', 'checked', 'running', 'done', 'stopped', 'failed', 'undoing', 'undone'));
alter table order_list_error rename column list_id to import_id;

-- Jobs that wait name the import as all do.
do $$
begin
  if to_regclass('pgboss.job') is not null then
    update pgboss.job set data = jsonb_set(data, '{input}', jsonb_build_object('importId', data->'input'->'listId'))
     where name in ('commerce.order_list_check', 'commerce.order_list_run') and state < 'completed' and data->'input' ? 'listId';
  end if;
end $$;
