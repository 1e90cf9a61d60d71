-- What the log was told that was paid for an order: when the shop says another amount later, that is told as well.
alter table shop_order add column paid_told_minor bigint;

update shop_order o
   set paid_told_minor = coalesce((select e.value from event_log e
         where e.member_id = o.member_id and e.name = 'order.paid' and e.object_kind = 'order' and e.object_id = o.id
         order by e.tx, e.seq limit 1), o.paid_minor)
 where o.paid_told_at is not null;

alter table shop_order add constraint shop_order_paid_told
  check ((paid_told_at is null) = (paid_told_minor is null));

-- Amounts that changed before this was kept are told now.
insert into event_amendment (name, object_kind, object_id, value, amended_at)
select 'order.paid', 'order', id, paid_minor, now() from shop_order where paid_told_minor <> paid_minor;

insert into event_log (name, occurred_at, value, source, actor, member_id, object_kind, object_id, props)
select 'order.amended', o.updated_at, o.paid_minor, 'fact', 'system:commerce', o.member_id, 'order', o.id,
       jsonb_build_object('source', s.key, 'currency', o.currency, 'items', o.item_count, 'skus', to_jsonb(o.skus),
                          'was', o.paid_told_minor)
  from shop_order o join order_source s on s.id = o.source_id
 where o.paid_told_minor <> o.paid_minor;

update shop_order set paid_told_minor = paid_minor where paid_told_minor <> paid_minor;
