-- 0281 looked for what was told of a payment under the member whose the order is now. The log keeps the name of the
-- double that was merged into him since, so amounts of theirs that changed before were taken for what was told.
create temp table missed on commit drop as
select o.id, told.value as was
  from shop_order o
  join (select distinct on (object_id) object_id, value from event_log
         where name = 'order.paid' and object_kind = 'order' and value is not null
         order by object_id, tx, seq) as told on told.object_id = o.id
 where o.paid_told_at is not null and told.value <> o.paid_told_minor
   and not exists (select from event_amendment a
                    where a.name = 'order.paid' and a.object_kind = 'order' and a.object_id = o.id);

insert into event_amendment (name, object_kind, object_id, value, amended_at)
select 'order.paid', 'order', o.id, o.paid_told_minor, now() from missed join shop_order o using (id);

insert into event_log (name, occurred_at, value, source, actor, member_id, object_kind, object_id, props)
select 'order.amended', o.updated_at, o.paid_told_minor, 'fact', 'system:commerce', o.member_id, 'order', o.id,
       jsonb_build_object('source', s.key, 'currency', o.currency, 'items', o.item_count, 'skus', to_jsonb(o.skus),
                          'was', missed.was)
  from missed join shop_order o using (id) join order_source s on s.id = o.source_id
 order by o.id;
