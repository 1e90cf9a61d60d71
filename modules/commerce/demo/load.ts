/**
 * Orders of a simulated community: every payment that the simulation tells of becomes a row of an order with goods in
 * it, and the log says of which. Who paid when and how much does not change. In one transaction; again finds it done.
 */
import type pg from 'pg'
import { wakeFollowers } from '#base/facts/wake.ts'
import { orderPaid } from '../facts.ts'
import { basketOf } from './baskets.ts'
import { goods } from './goods.ts'

export interface DemoOrders {
  readonly orders: number
  /** False when they were there before. */
  readonly fresh: boolean
}

export const demoSource = { key: 'mall', name: '微信小店', currency: 'CNY' }
const demoLock = 7_105_882
const atOnce = 2_000

interface Payment {
  readonly seq: string
  readonly memberId: string
  readonly at: Date
  readonly value: string
  readonly number: number
  readonly items: number
}

/** Takes a connection of its own. The warehouse may have the bare events: the caller lets it begin again. */
export async function loadDemoOrders(pool: pg.Pool, now: Date): Promise<DemoOrders> {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    await client.query('begin')
    await client.query('set local statement_timeout = 0')
    await client.query('select pg_advisory_xact_lock($1)', [demoLock])
    const { rows } = await client.query<Payment>(
      `select seq, member_id as "memberId", occurred_at as at, value, (props->>'number')::int as number, (props->>'items')::int as items
         from event_log
        where source = 'seed' and name = $1 and object_id is null and member_id is not null
        order by occurred_at, seq`,
      [orderPaid.name],
    )
    for (let from = 0; from < rows.length; from += atOnce)
      await write(client, rows.slice(from, from + atOnce), now)
    await client.query('commit')
    if (rows.length > 0) {
      wakeFollowers()
      await pool.query('analyze shop_order, shop_order_item')
    }
    return { orders: rows.length, fresh: rows.length > 0 }
  } catch (error) {
    broken = error as Error
    await client.query('rollback').then(
      () => {
        broken = undefined
      },
      () => undefined,
    )
    throw error
  } finally {
    client.release(broken)
  }
}

async function write(client: pg.PoolClient, payments: readonly Payment[], now: Date): Promise<void> {
  const source = await client.query<{ id: string }>(
    `insert into order_source (key, name, currency, created_at, created_by) values ($1, $2, $3, $4, 'system:seed')
     on conflict (key) do update set key = excluded.key returning id`,
    [demoSource.key, demoSource.name, demoSource.currency, now],
  )
  await client.query(
    `insert into product (sku, name, price_minor, currency, created_at, created_by, met_at)
     select given.sku, given.name, given.price, $4, $5, 'system:seed', $5
       from unnest($1::text[], $2::text[], $3::bigint[]) as given (sku, name, price) on conflict (sku) do nothing`,
    [
      goods.map(({ sku }) => sku),
      goods.map(({ name }) => name),
      goods.map(({ priceMinor }) => priceMinor),
      demoSource.currency,
      now,
    ],
  )
  const baskets = payments.map((each) => basketOf(each.memberId, each.number, each.items, Number(each.value)))
  const count = (at: number) => baskets[at]!.reduce((sum, { quantity }) => sum + quantity, 0)
  const { rows: made } = await client.query<{ id: string; number: string }>(
    `insert into shop_order (source_id, external_id, member_id, status, currency, total_minor, paid_minor, item_count, skus,
            placed_at, paid_at, shipped_at, completed_at, updated_at, print, arrived_by, received_at, received_from,
            placed_told_at, paid_told_at, paid_told_minor)
     select $1, given.number, given.member_id,
            case when given.at < $9::timestamptz - interval '5 days' then 'completed'
                 when given.at < $9::timestamptz - interval '1 day' then 'shipped' else 'paid' end,
            $2, given.value, given.value, given.things, array(select jsonb_array_elements_text(given.skus::jsonb)),
            given.at - interval '2 minutes', given.at,
            case when given.at < $9::timestamptz - interval '1 day' then given.at + interval '20 hours' end,
            case when given.at < $9::timestamptz - interval '5 days' then given.at + interval '4 days' end,
            given.at, sha256(convert_to(given.number, 'utf8')), 'seed', $9, 'system:seed', given.at, given.at, given.value
       from unnest($3::text[], $4::bigint[], $5::timestamptz[], $6::bigint[], $7::int[], $8::text[])
         as given (number, member_id, at, value, things, skus)
     returning id, external_id as number`,
    [
      source.rows[0]!.id,
      demoSource.currency,
      payments.map(numberOf),
      payments.map(({ memberId }) => memberId),
      payments.map(({ at }) => at),
      payments.map(({ value }) => value),
      payments.map((_, at) => count(at)),
      baskets.map((lines) => JSON.stringify(lines.map(({ sku }) => sku))),
      now,
    ],
  )
  const ids = new Map(made.map(({ id, number }) => [number, id]))
  const lines = payments.flatMap((payment, at) =>
    baskets[at]!.map((line, place) => ({ ...line, line: place + 1, order: ids.get(numberOf(payment))! })),
  )
  await client.query(
    `insert into shop_order_item (order_id, line, product_id, sku, name, quantity, unit_minor, total_minor)
     select given.id, given.line, p.id, given.sku, given.name, given.quantity, p.price_minor, given.total
       from unnest($1::bigint[], $2::smallint[], $3::text[], $4::text[], $5::int[], $6::bigint[])
         as given (id, line, sku, name, quantity, total) join product p using (sku)`,
    [
      lines.map(({ order }) => order),
      lines.map(({ line }) => line),
      lines.map(({ sku }) => sku),
      lines.map(({ name }) => name),
      lines.map(({ quantity }) => quantity),
      lines.map(({ totalMinor }) => totalMinor),
    ],
  )
  await retell(client, payments, (payment, at) => ({
    id: ids.get(numberOf(payment))!,
    props: {
      source: demoSource.key,
      currency: demoSource.currency,
      items: count(at),
      skus: baskets[at]!.map(({ sku }) => sku),
      first: payment.number === 1,
    },
  }))
}

const numberOf = ({ memberId, number }: Payment) =>
  `SQ${memberId.padStart(6, '0')}${String(number).padStart(3, '0')}`

/** The bare payments go and come again with what they are about. */
async function retell(
  client: pg.PoolClient,
  payments: readonly Payment[],
  about: (payment: Payment, at: number) => { id: string; props: object },
): Promise<void> {
  const told = payments.map(about)
  await client.query(`set local juluo.log_rewrite = 'seed'`)
  await client.query(
    `with gone as (
       delete from event_log e using unnest($1::bigint[], $2::bigint[], $3::jsonb[]) as given (seq, order_id, props)
        where e.source = 'seed' and e.name = $4 and e.seq = given.seq
       returning e.recorded_at, e.occurred_at, e.actor, e.member_id, e.session_id, e.value, e.context, given.order_id, given.props as about)
     insert into event_log (name, source, recorded_at, occurred_at, actor, member_id, session_id, value, context, object_kind, object_id, props)
     select $4, 'seed', recorded_at, occurred_at, actor, member_id, session_id, value, context, 'order', order_id, about from gone`,
    [
      payments.map(({ seq }) => seq),
      told.map(({ id }) => id),
      told.map(({ props }) => JSON.stringify(props)),
      orderPaid.name,
    ],
  )
  await client.query(`set local juluo.log_rewrite = ''`)
}
