/** Takes the orders of simulated members out with them, and the shop and the goods that came with them only. */
import { sql } from 'kysely'
import type { Simulated } from '#base/declarations/simulated.ts'

export const simulatedOrders: Simulated = {
  async before(tx) {
    await sql`
      delete from event_amendment a using shop_order o
       where o.arrived_by = 'seed' and a.object_kind = 'order' and a.object_id = o.id`.execute(tx.db)
    await sql`delete from shop_order where arrived_by = 'seed'`.execute(tx.db)
  },
  async after(tx) {
    await sql`
      delete from product p where p.created_by = 'system:seed' and p.met_at is not null
         and not exists (select from shop_order_item i where i.product_id = p.id)`.execute(tx.db)
    await sql`
      delete from order_source s where s.created_by = 'system:seed' and s.secret is null
         and not exists (select from shop_order o where o.source_id = s.id)
         and not exists (select from order_customer c where c.source_id = s.id)
         and not exists (select from order_list l where l.source_id = s.id)`.execute(tx.db)
  },
}
