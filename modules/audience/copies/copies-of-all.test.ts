/** Copies after what touches many members at once, or nobody who is left. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { announceMany } from '#base/facts/announce-many.ts'
import { announce, defineFact } from '#base/facts/fact.ts'
import { type Following, followLog } from '#base/facts/follow.ts'
import { type Listener, openListener } from '#base/live/listener.ts'
import { groupTiersArranged } from '#modules/groups/facts.ts'
import { accountVerified } from '#modules/identity/facts.ts'
import { memberFieldDefined } from '#modules/members/facts.ts'
import { testCtx } from '#test/database.ts'
import { silentLog, until, useWarehouse } from '#test/warehouse.ts'
import type { Audience } from '../audience.ts'
import type { Condition } from '../conditions/condition.ts'
import { openAudience } from '../open-audience.ts'
import { rfmFields } from '../rfm/fields.ts'
import { segmentFields } from '../segments/fields.ts'
import { stageFields } from '../stages/fields.ts'
import { copiesEffects } from './effects.ts'
import { followMembers } from './follow.ts'

const world = useWarehouse()
const section = { zh: '资料', en: 'Profile' }
const imported = defineFact({ name: 'test.imported', payload: z.object({}), label: section })
const ctx = () => testCtx(world().database, undefined, new Date())
const sql = (text: string, params: unknown[] = []) => world().database.pool.query(text, params)
/** Fields of this source: one more than a moment ago when `defined`. */
let defined = false
let verified = false
const source = {
  name: 'test',
  describe: async () =>
    ['verified', ...(defined ? ['newest'] : [])].map((key) => ({
      key,
      label: key,
      type: 'flag' as const,
      section,
    })),
  read: async (_ctx: unknown, ids: readonly string[]) =>
    new Map(ids.map((id) => [id, { verified, newest: true }])),
}
const yes = (field: string): Condition => ({ kind: 'field', field, test: { op: 'isTrue' } })
const count = (who: Condition) => audience.count(ctx(), { version: 1, who })
let audience: Audience
let listener: Listener
let following: Following

beforeAll(async () => {
  await sql(
    `insert into member (id, token, nickname, joined_at) select n, 'm' || n, 'm' || n, now() from generate_series(1, 20) as n`,
  )
  const { database, warehouse } = world()
  audience = openAudience(
    { warehouse },
    { facts: () => [], fields: () => [source, rfmFields, stageFields, segmentFields] },
  )
  world().startSink()
  await world().settled()
  await until(() => audience.copies.fill(ctx()))
  listener = openListener({ url: database.url })
  following = await followLog({
    connection: database,
    listener,
    consumers: [followMembers(audience.copies), copiesEffects(audience.copies)],
    log: silentLog,
    pollMs: 50,
  })
})
afterAll(async () => {
  await following?.stop()
  await listener?.close()
})

const dead = async () => (await sql('select consumer, reason from consumer_dead_letter')).rows

test('facts about members who are gone mark their copies so, and are no dead letters', async () => {
  expect(await count({ kind: 'all', of: [] })).toBe(20)
  await sql('delete from member where id between 11 and 20')
  const gone = Array.from({ length: 10 }, (_, at) => String(at + 11))
  await announceMany(ctx(), imported, {}, gone)
  await until(async () => (await dead()).length > 0 || (await count({ kind: 'all', of: [] })) === 10)
  expect(await dead()).toEqual([])
})

test('a condition about doubles only is about nobody', async () => {
  await sql('update member set merged_into = 1 where id in (9, 10)')
  const tier: Condition = {
    kind: 'field',
    field: 'rfm.tier',
    test: { op: 'isUnknown' },
  }
  expect(await audience.matching(ctx(), { version: 1, who: tier }, ['9', '10'])).toEqual(new Set())
  expect(await audience.matching(ctx(), { version: 1, who: tier }, ['8', '9'])).toEqual(new Set(['8']))
})

test('a field that was defined a moment ago is in the copies made since', async () => {
  await audience.catalogue(ctx())
  defined = true
  await audience.copies.refresh(ctx(), ['2'])
  expect(await count(yes('newest'))).toBe(1)
})

test('who proves an address is copied again', async () => {
  const { rows } = await sql(
    `insert into account (name, email) values ('阿澈', 'ache@example.com') returning id`,
  )
  await sql('update member set account_id = $1 where id = 3', [rows[0].id])
  expect(await count(yes('verified'))).toBe(0)
  verified = true
  await announce(ctx(), accountVerified, { accountId: rows[0].id })
  await until(async () => (await count(yes('verified'))) === 1)
})

test('all are copied again when a field goes or comes back, or another tier of the community is the lowest', async () => {
  const forgotten = async () => (await sql('select generation is null as yes from member_copies')).rows[0].yes
  const again = async () => {
    await until(forgotten)
    await expect(count({ kind: 'all', of: [] })).rejects.toMatchObject({ code: 'warehouse_unavailable' })
    expect(await audience.copies.fill(ctx())).toBe(true)
  }
  await announce(ctx(), memberFieldDefined, { key: 'city', change: 'archived' })
  await again()
  await announce(ctx(), memberFieldDefined, { key: 'city', change: 'restored' })
  await again()
  await announce(ctx(), groupTiersArranged, { keys: ['high', 'base'], before: ['base', 'high'] })
  await again()
  // None of these changes what anybody is.
  await announce(ctx(), memberFieldDefined, { key: 'city', change: 'changed' })
  await announce(ctx(), groupTiersArranged, { keys: ['base', 'high'], before: ['base'] })
  await announce(ctx(), groupTiersArranged, { keys: ['b'], before: ['a'] }, { groupId: '7' })
  // In the order of the log: a later transaction may carry a smaller number.
  const last = (await sql('select tx::text, seq from event_log order by tx desc, seq desc limit 1')).rows[0]
  await until(
    async () =>
      (
        await sql(
          'select (tx, seq) >= ($1::xid8, $2::bigint) as there from consumer_cursor where name = $3',
          [last.tx, last.seq, 'audience.copies_of_all'],
        )
      ).rows[0].there,
  )
  expect(await forgotten()).toBe(false)
})
