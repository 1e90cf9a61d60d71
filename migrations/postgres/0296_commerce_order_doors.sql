-- Through which door it became known that an order was paid, where not with the order itself; and each refund.
alter table shop_order add column paid_by text check (paid_by in ('api', 'hook', 'import', 'seed'));
alter table shop_order_refund add column arrived_by text check (arrived_by in ('api', 'hook', 'import', 'seed'));
