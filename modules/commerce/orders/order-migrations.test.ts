/** What changed under orders that were there already: their names in the log, and amounts that nobody was told of. */
import { randomBytes } from 'node:crypto'
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { migrate } from '#base/db/migrate.ts'

const all = 'migrations/postgres'
const folder = mkdtempSync(join(tmpdir(), 'juluo-migrations-'))
const name = `test_${randomBytes(6).toString('hex')}`
let client: pg.Client

async function administer(statement: string): Promise<void> {
  const admin = new pg.Client({ connectionString: inject('postgresUrl') })
  await admin.connect()
  await admin.query(statement)
  await admin.end()
}
const url = () => {
  const address = new URL(inject('postgresUrl'))
  address.pathname = `/${name}`
  return address.href
}
/** Everything that stood before a file. */
async function migrateUpTo(file: string): Promise<void> {
  for (const each of readdirSync(all)) if (each < file) cpSync(join(all, each), join(folder, each))
  await migrate(url(), folder)
}
const rows = async (text: string) => (await client.query(text)).rows

beforeAll(async () => {
  await administer(`create database ${name}`)
  client = new pg.Client({ connectionString: url() })
  await client.connect()
}, 60_000)
afterAll(async () => {
  await client?.end()
  await administer(`drop database if exists ${name} with (force)`)
  rmSync(folder, { recursive: true, force: true })
})

test('orders of the past keep their meaning: names in the log and in definitions, amounts that had changed', async () => {
  await migrateUpTo('0256')
  await client.query(`
    insert into member (id, token, nickname, joined_at) values (1, 'a', '小满', now());
    insert into event_log (name, source, member_id, value) values
      ('order_paid', 'track', 1, 100), ('order_refunded', 'track', 1, 20), ('page_view', 'track', 1, null);
    insert into tag (id, name, created_at) values (1, '复购', now());
    insert into tag_rule (tag_id, definition, created_at, created_by, changed_at)
      values (1, '{"event": "order_paid", "of": ["order_refunded"], "note": "order_paid_late"}', now(), 'test', now());
    insert into metric (key, name, unit, better, definition, created_by, created_at, changed_by, changed_at)
      values ('own_1', '营收', 'money', 'more', '{"event": "order_paid"}', 'test', now(), 'test', now());`)
  await migrateUpTo('0280')
  expect(await rows('select name from event_log order by seq')).toEqual([
    { name: 'order.paid' },
    { name: 'order.refunded' },
    { name: 'page_view' },
  ])
  // Only whole names are renamed.
  expect(await rows('select definition from tag_rule')).toEqual([
    { definition: { event: 'order.paid', of: ['order.refunded'], note: 'order_paid_late' } },
  ])
  // The log takes no changes again.
  await expect(client.query(`update event_log set name = 'x'`)).rejects.toThrow(/append-only/)

  await client.query(`
    -- A double, whose order is that of the member into whom it was merged; the log keeps who it was.
    insert into member (id, token, nickname, joined_at, merged_into) values (2, 'b', '小满二号', now(), 1);
    insert into order_source (id, key, name, currency, created_at, created_by) values (1, 'shop', '店', 'CNY', now(), 'test');
    insert into shop_order (id, source_id, external_id, member_id, status, currency, total_minor, paid_minor, item_count,
        placed_at, paid_at, updated_at, print, arrived_by, received_at, received_from, placed_told_at, paid_told_at)
      values (1, 1, 'E1', 1, 'paid', 'CNY', 9900, 9900, 1, now(), now(), '2026-11-11', '', 'api', now(), 'test', now(), now()),
             (2, 1, 'E2', 1, 'paid', 'CNY', 5000, 5000, 1, now(), now(), now(), '', 'api', now(), 'test', now(), now()),
             (4, 1, 'E4', 1, 'paid', 'CNY', 6600, 6600, 1, now(), now(), '2026-11-12', '', 'api', now(), 'test', now(), now()),
             (3, 1, 'E3', null, 'paid', 'CNY', 700, 700, 1, now(), now(), now(), '', 'api', now(), 'test', null, null);
    insert into event_log (name, source, actor, member_id, object_kind, object_id, value) values
      ('order.paid', 'fact', 'member:1', 1, 'order', 1, 12800),
      ('order.paid', 'fact', 'member:2', 2, 'order', 4, 8800), ('order.paid', 'fact', 'member:1', 1, 'order', 2, 5000);`)
  await migrate(url(), all)
  expect(await rows('select definition from metric')).toEqual([{ definition: { event: 'order.paid' } }])
  expect(await rows('select id, paid_told_minor as told from shop_order order by id')).toEqual([
    { id: '1', told: '9900' },
    { id: '2', told: '5000' },
    { id: '3', told: null },
    { id: '4', told: '6600' },
  ])
  expect(await rows('select object_id as id, value from event_amendment order by object_id')).toEqual([
    { id: '1', value: '9900' },
    { id: '4', value: '6600' },
  ])
  expect(
    await rows(
      `select member_id, object_id, value, actor, props->>'was' as was from event_log where name = 'order.amended' order by object_id`,
    ),
  ).toEqual([
    { member_id: '1', object_id: '1', value: '9900', actor: 'system:commerce', was: '12800' },
    { member_id: '1', object_id: '4', value: '6600', actor: 'system:commerce', was: '8800' },
  ])
}, 60_000)
