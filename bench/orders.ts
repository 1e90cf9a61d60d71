/**
 * An import of orders against raw `INSERT … SELECT unnest`, twice. Once of what came of it: the very rows of orders,
 * lines, customers and facts, into the same tables with the same indexes and constraints, a batch at a time. And once
 * of the rows of the file as they are, a thousand at a time over four connections, into one table with a key and an
 * index, which is how a script would load such a file. Ours reads the file, checks every cell, hashes customers and
 * finds whose they are, makes products, lines and facts of members, and moves place and tally in the transaction of
 * each batch; a second import changes nothing. `BENCH_ORDER_ROWS` says how many (default 100,000). Memory is that of
 * this process, which runs the import.
 */
import { createReadStream, createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { systemCtx } from '#base/context.ts'
import { type Connection, openDatabase } from '#base/db/database.ts'
import { makePrivateDir, startEmbeddedPostgres } from '#base/db/embedded.ts'
import { migrate } from '#base/db/migrate.ts'
import { getImport } from '#base/imports/import.ts'
import { readTextRows } from '#base/imports/read-file.ts'
import { walkImport } from '#base/imports/walk.ts'
import { deriveSecrets } from '#base/secrets.ts'
import { readCsv } from '#base/text/csv-read.ts'
import { csvRow } from '#base/text/csv-write.ts'
import { decodeText } from '#base/text/decode.ts'
import { orderLists } from '#modules/commerce/orders/lists/importing.ts'
import { addSource } from '#modules/commerce/orders/sources.ts'
import { openVault } from '#modules/members/api.ts'
import { type Benchmark, median } from './bench.ts'

const rows = Number(process.env.BENCH_ORDER_ROWS ?? 100_000)
const rounds = Number(process.env.BENCH_ORDER_ROUNDS ?? 3)
const rawBar = 0.5
const bareBar = 0.05
const header = [
  '订单号',
  '订单状态',
  '应付金额',
  '实付金额',
  '下单时间',
  '付款时间',
  '收货人',
  '手机号',
  '货号',
  '商品名称',
  '数量',
  '买家留言',
]
const plan = {
  columns: [
    'number',
    'status',
    'total',
    'paid',
    'placedAt',
    'paidAt',
    'name',
    'phone',
    'sku',
    'item',
    'quantity',
    null,
  ],
  amounts: 'major',
}
/** One of ten buyers is a member, by a phone that the team brought in; buyers order five times each. */
const buyers = Math.ceil(rows / 5)
const secrets = deriveSecrets(Buffer.alloc(32, 7).toString('base64url'))
const vault = openVault(secrets)
const kind = orderLists(vault)

function* lines() {
  yield csvRow(header)
  const goods = Array.from({ length: 200 }, (_, n) => [`SQ-${n}`, `山丘咖啡 ${n} 号拼配 227g`] as const)
  const two = (value: number) => String(value).padStart(2, '0')
  for (let n = 0; n < rows; n++) {
    const [sku, item] = goods[(n * 7) % goods.length]!
    const day = `${2023 + (n % 3)}-${two((n % 12) + 1)}-${two((n % 28) + 1)}`
    yield csvRow([
      `E${String(n).padStart(9, '0')}`,
      n % 11 === 0 ? '交易关闭' : '交易成功',
      `${48 + (n % 300)}.00`,
      n % 11 === 0 ? '' : `${48 + (n % 300)}.00`,
      `${day} ${two(n % 24)}:${two(n % 60)}:00`,
      n % 11 === 0 ? '' : `${day} ${two(n % 24)}:${two(n % 60)}:30`,
      `顾客${n % buyers}`,
      String(13_000_000_000 + (n % buyers)),
      sku,
      item,
      String((n % 3) + 1),
      n % 4 === 0 ? '麻烦磨成手冲粉，谢谢"老板"' : '',
    ])
  }
}

export const orders: Benchmark = {
  name: 'orders',
  run: async () => {
    const home = mkdtempSync(join(tmpdir(), 'juluo-orders-'))
    makePrivateDir(home)
    const postgres = await startEmbeddedPostgres({
      dir: join(home, 'postgres'),
      logFile: join(home, 'log'),
      password: 'bench',
    })
    const connection = openDatabase({ url: postgres.url, max: 8 })
    try {
      await migrate(postgres.url, 'migrations/postgres')
      const file = join(home, 'orders.csv')
      await pipeline(Readable.from(lines()), createWriteStream(file))
      await bringMembers(connection.pool)
      const [ours, raw, bare]: [number[], number[], number[]] = [[], [], []]
      let peakMB = 0
      let again = 0
      for (let round = 0; round < rounds; round++) {
        bare.push(await insertRows(connection.pool, file))
        const imported = await importOrders(connection, file, round)
        ours.push(imported.perSecond)
        raw.push(await insertAgain(connection.pool))
        peakMB = Math.max(peakMB, imported.peakMB)
        again = imported.againPerSecond
      }
      const spread = (limit: readonly number[]) => {
        const ratios = ours.map((each, at) => each / limit[at]!)
        return [Math.min(...ratios), Math.max(...ratios)] as const
      }
      return [
        {
          name: `Import of ${rows.toLocaleString('en')} orders against INSERT … SELECT unnest of what came of it`,
          ours: median(ours),
          limit: median(raw),
          unit: 'rows/s',
          better: 'more',
          bar: rawBar,
          spread: spread(raw),
          note: `the same file again, which changes nothing: ${Math.round(again).toLocaleString('en')} rows/s`,
        },
        {
          name: 'The same against INSERT … SELECT unnest of the rows of the file into one bare table',
          ours: median(ours),
          limit: median(bare),
          unit: 'rows/s',
          better: 'more',
          bar: bareBar,
          spread: spread(bare),
        },
        {
          name: 'Memory of the importing process above its start, at its peak',
          ours: peakMB,
          limit: 300,
          unit: 'MB',
          better: 'less',
          bar: 1,
        },
      ]
    } finally {
      await connection.close()
      await postgres.stop()
      rmSync(home, { recursive: true, force: true })
    }
  },
}

async function bringMembers(pool: pg.Pool): Promise<void> {
  const { contactKey, readContact } = await import('#modules/members/api.ts')
  const count = Math.ceil(buyers / 10)
  const hashes = Array.from({ length: count }, (_, n) =>
    vault.hash(contactKey(readContact({ kind: 'phone', value: String(13_000_000_000 + n * 10) })!)),
  )
  await pool.query(
    `insert into member (id, token, nickname, joined_at) overriding system value
     select n, 'bench-' || n, '成员' || n, now() from generate_series(1, $1::int) as n`,
    [count],
  )
  await pool.query(
    `insert into member_contact (member_id, kind, system, sealed, hash, masked, source, added_by, added_at)
     select n, 'phone', '', '', hash, '', 'operator', 'bench', now()
       from unnest($1::text[]) with ordinality as given (hash, n)`,
    [hashes],
  )
  await pool.query('analyze member, member_contact')
}

/** The plain way: rows of the file per second. */
async function insertRows(pool: pg.Pool, file: string): Promise<number> {
  await pool.query(`drop table if exists bare_order`)
  await pool.query(
    `create table bare_order (number text primary key, status text, total bigint, paid bigint, placed_at timestamptz,
       paid_at timestamptz, name text, phone text, sku text, item text, quantity int, remark text)`,
  )
  await pool.query('create index bare_order_placed on bare_order (placed_at)')
  const began = performance.now()
  const under = new Set<Promise<void>>()
  const write = async (batch: readonly (readonly string[])[]) => {
    const column = (at: number) => batch.map((cells) => cells[at] || null)
    const minor = (at: number) =>
      batch.map((cells) => (cells[at] ? Math.round(Number(cells[at]) * 100) : null))
    await pool.query({
      name: 'bare',
      text: `insert into bare_order select * from unnest($1::text[], $2::text[], $3::bigint[], $4::bigint[], $5::timestamptz[],
               $6::timestamptz[], $7::text[], $8::text[], $9::text[], $10::text[], $11::int[], $12::text[])
             on conflict (number) do update set status = excluded.status, total = excluded.total, paid = excluded.paid,
               placed_at = excluded.placed_at, paid_at = excluded.paid_at, name = excluded.name, phone = excluded.phone,
               sku = excluded.sku, item = excluded.item, quantity = excluded.quantity, remark = excluded.remark`,
      values: [
        column(0),
        column(1),
        minor(2),
        minor(3),
        column(4),
        column(5),
        column(6),
        column(7),
        column(8),
        column(9),
        column(10),
        column(11),
      ],
    })
  }
  let batch: (readonly string[])[] = []
  let first = true
  const flush = async () => {
    const sending = write(batch).finally(() => under.delete(sending))
    under.add(sending)
    batch = []
    if (under.size >= 4) await Promise.race(under)
  }
  for await (const cells of readCsv(decodeText(createReadStream(file)), { separator: ',' })) {
    if (first) {
      first = false
      continue
    }
    batch.push(cells)
    if (batch.length === 1_000) await flush()
  }
  if (batch.length > 0) await flush()
  await Promise.all(under)
  return rows / ((performance.now() - began) / 1_000)
}

const columns = {
  order_customer: {
    id: 'bigint',
    source_id: 'bigint',
    key: 'text',
    name: 'text',
    phone_hash: 'text',
    phone_masked: 'text',
    member_id: 'bigint',
    matched_by: 'text',
    matched_at: 'timestamptz',
    created_at: 'timestamptz',
  },
  shop_order: {
    id: 'bigint',
    source_id: 'bigint',
    external_id: 'text',
    customer_id: 'bigint',
    member_id: 'bigint',
    status: 'text',
    currency: 'text',
    total_minor: 'bigint',
    paid_minor: 'bigint',
    item_count: 'integer',
    placed_at: 'timestamptz',
    paid_at: 'timestamptz',
    updated_at: 'timestamptz',
    print: 'bytea',
    arrived_by: 'text',
    received_at: 'timestamptz',
    received_from: 'text',
    placed_told_at: 'timestamptz',
    paid_told_at: 'timestamptz',
    paid_told_minor: 'bigint',
  },
  shop_order_item: {
    order_id: 'bigint',
    line: 'smallint',
    product_id: 'bigint',
    sku: 'text',
    name: 'text',
    quantity: 'integer',
    unit_minor: 'bigint',
    total_minor: 'bigint',
  },
  event_log: {
    occurred_at: 'timestamptz',
    value: 'bigint',
    source: 'text',
    actor: 'text',
    member_id: 'bigint',
    name: 'text',
    object_kind: 'text',
    object_id: 'bigint',
    props: 'jsonb',
    context: 'jsonb',
  },
} as const

/** Takes out what came of the import, empties the tables and puts it in again: orders per second. */
async function insertAgain(pool: pg.Pool): Promise<number> {
  const client = await pool.connect()
  try {
    await client.query('set statement_timeout = 0')
    for (const [table, of] of Object.entries(columns))
      await client.query(`create temp table kept_${table} as select ${Object.keys(of).join(', ')} from ${table}
        ${table === 'event_log' ? `where name like 'order.%' and object_id in (select id from shop_order)` : ''}`)
    await client.query('truncate order_customer, shop_order cascade')
    let ms = 0
    for (const [table, of] of Object.entries(columns)) {
      const names = Object.keys(of)
      const unnested = Object.values(of).map((type, at) => `$${at + 1}::${type}[]`)
      const text = `insert into ${table} (${names.join(', ')}) select * from unnest(${unnested.join(', ')})`
      await client.query(`declare kept_${table} cursor with hold for
        select ${names.map((name) => `${name}::text`).join(', ')} from kept_${table}`)
      for (;;) {
        const { rows: batch } = await client.query({
          text: `fetch 2000 from kept_${table}`,
          rowMode: 'array',
        })
        if (batch.length === 0) break
        const values = names.map((_, at) => batch.map((row: readonly (string | null)[]) => row[at]))
        const began = performance.now()
        await client.query(text, values)
        ms += performance.now() - began
      }
      await client.query(`close kept_${table}; drop table kept_${table}`)
    }
    const { rows: counted } = await client.query<{ count: number }>(
      'select count(*)::int as count from shop_order',
    )
    if (counted[0]!.count !== rows) throw new Error(`${counted[0]!.count} orders were put in again`)
    await client.query('truncate order_customer, shop_order cascade')
    return rows / (ms / 1_000)
  } finally {
    client.release()
  }
}

async function importOrders(connection: Connection, file: string, round: number) {
  const ctx = systemCtx(connection.db, 'bench')
  const source = await addSource(ctx, { key: `bench-${round}`, name: '有赞店', currency: 'CNY' })
  const walk = async () => {
    const { rows: made } = await connection.pool.query<{ id: string }>(
      `insert into order_list (source_id, file_name, format, encoding, separator, header, plan, state, created_at)
       values ($1, 'orders.csv', 'csv', 'utf-8', ',', $2, $3, 'running', now()) returning id`,
      [source.id, header, JSON.stringify(plan)],
    )
    const began = performance.now()
    const { tally } = await walkImport(
      ctx,
      kind,
      await getImport(ctx, kind, made[0]!.id),
      readTextRows(createReadStream(file), ','),
      {
        mode: 'run',
        signal: new AbortController().signal,
        progress: async () => undefined,
      },
    )
    return { tally, perSecond: rows / ((performance.now() - began) / 1_000) }
  }
  const start = process.memoryUsage().rss
  let peak = start
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss)
  }, 50)
  const first = await walk()
  clearInterval(watch)
  if (first.tally.created !== rows) throw new Error(`The import counted ${JSON.stringify(first.tally)}`)
  const second = await walk()
  if (second.tally.unchanged !== rows)
    throw new Error(`The second import counted ${JSON.stringify(second.tally)}`)
  return {
    perSecond: first.perSecond,
    peakMB: (peak - start) / 1024 / 1024,
    againPerSecond: second.perSecond,
  }
}
