/** Two profiles of one person become one, and two again: everything that modules keep follows. */
import { beforeAll, describe, expect, test } from 'vitest'
import type { JobRun } from '#base/jobs/job.ts'
import { expectProblem } from '#test/client.ts'
import { testCtx } from '#test/database.ts'
import { useProduct } from '#test/product.ts'
import { until } from '#test/warehouse.ts'
import { openVault } from '../vault.ts'
import { searchJob } from './search.ts'

const quietRun: JobRun = {
  id: 'test',
  attempt: 1,
  requestedBy: 'system:test',
  signal: new AbortController().signal,
  progress: async () => undefined,
}
const product = useProduct()
const key = () => ({ headers: { 'idempotency-key': crypto.randomUUID() } })
const merge = (doubleId: string, intoId: string) =>
  product().owner.post('/api/merges', { doubleId, intoId, reason: 'hand', note: '同一个人' }, key())

async function someone(
  nickname: string,
  about: { city?: string; phone?: string; tag?: string; note?: string },
) {
  const { pool } = product().database
  const { rows } = await pool.query<{ id: string }>(
    `insert into member (token, nickname, city, joined_at) values (md5(random()::text), $1, $2, now() - interval '1 day') returning id`,
    [nickname, about.city ?? ''],
  )
  const id = rows[0]!.id
  const { owner } = product()
  if (about.tag) await owner.post('/api/members/tags', { ids: [id], add: [about.tag] })
  if (about.phone) await owner.post(`/api/members/${id}/contacts`, { kind: 'phone', value: about.phone })
  if (about.note) await owner.post(`/api/members/${id}/notes`, { body: about.note })
  return id
}

const held = async (id: string) => {
  const { rows } = await product().database.pool.query<{
    tags: string[]
    contacts: string
    notes: string
    city: string
  }>(
    `select city, array(select tag.name from member_tag join tag on tag.id = tag_id where member_id = $1 order by 1) as tags,
            (select count(*) from member_contact where member_id = $1) as contacts,
            (select count(*) from member_note where member_id = $1) as notes
       from member where id = $1`,
    [id],
  )
  return rows[0]!
}
const listed = async (q: string) =>
  (await product().owner.get('/api/members', { query: { q } })).body.items.map(
    (each: { id: string }) => each.id,
  )

let shown: { old: string; now: string }
beforeAll(async () => {
  shown = {
    old: await someone('林小满', { city: '成都', phone: '13800000001', tag: '老客', note: '门店登记' }),
    now: await someone('Man_手冲', { phone: '13800000002', tag: '手冲' }),
  }
})

describe('T28 doubles', () => {
  test('are compared side by side, with what would move', async () => {
    const { body, text } = await product().owner.get('/api/merges/preview', {
      query: { doubleId: shown.old, intoId: shown.now },
    })
    expect(body.double, text).toMatchObject({
      nickname: '林小满',
      contacts: [{ kind: 'phone', masked: '138****0001' }],
    })
    expect(body.moving.length).toBeGreaterThanOrEqual(3)
    expect(JSON.stringify(body)).not.toContain('13800000001')
  })

  test('become one: contact points, tags, notes and the timeline of the double are those of the one that remains', async () => {
    const made = await merge(shown.old, shown.now)
    expect(made.status, made.text).toBe(201)
    expect(await held(shown.now)).toEqual({ tags: ['手冲', '老客'], contacts: '2', notes: '1', city: '成都' })
    expect(await held(shown.old)).toMatchObject({ tags: [], contacts: '0', notes: '0' })
    expect(await listed('林小满')).toEqual([])
    const timeline = (await product().owner.get(`/api/members/${shown.now}/timeline`)).body.items
    expect(timeline.map((each: { name: string }) => each.name)).toContain('member.merged_away')
    expectProblem(await merge(shown.old, shown.now), 409, 'merge_gone')
    expectProblem(await merge(shown.now, shown.now), 422, 'merge_same')
  })

  test('are two again within thirty days, each with what was theirs; what came since stays where it is', async () => {
    await product().owner.post('/api/members/tags', { ids: [shown.now], add: ['合并后'] })
    const { items } = (await product().owner.get('/api/merges', { query: { memberId: shown.now } })).body
    const undone = await product().owner.post(`/api/merges/${items[0].id}/undo`)
    expect(undone.status, undone.text).toBe(200)
    expect(await held(shown.old)).toEqual({ tags: ['老客'], contacts: '1', notes: '1', city: '成都' })
    expect(await held(shown.now)).toEqual({ tags: ['合并后', '手冲'], contacts: '1', notes: '0', city: '' })
    expect(await listed('林小满')).toEqual([shown.old])
    expectProblem(await product().owner.post(`/api/merges/${items[0].id}/undo`), 409, 'merge_undone')
  })

  test('of doubles follow, and come apart in the order in which they came together', async () => {
    const [a, b, c] = [
      await someone('链一', { tag: '一' }),
      await someone('链二', { tag: '二' }),
      await someone('链三', { tag: '三' }),
    ]
    const first = (await merge(a, b)).body.id
    const second = (await merge(b, c)).body.id
    const roots = async () =>
      (
        await product().database.pool.query<{ into: string | null }>(
          'select merged_into as into from member where id = any($1) order by id',
          [[a, b, c]],
        )
      ).rows.map((row) => row.into)
    expect(await roots()).toEqual([c, c, null])
    expect((await held(c)).tags).toEqual(['一', '三', '二'])
    expectProblem(await product().owner.post(`/api/merges/${first}/undo`), 409, 'merge_undo_later_first')
    expect((await product().owner.post(`/api/merges/${second}/undo`)).status).toBe(200)
    expect(await roots()).toEqual([b, null, null])
    expect((await product().owner.post(`/api/merges/${first}/undo`)).status).toBe(200)
    expect(await roots()).toEqual([null, null, null])
    expect([(await held(a)).tags, (await held(b)).tags]).toEqual([['一'], ['二']])
  })

  test('with an account: its owner goes on as the member that remains', async () => {
    const person = await product().member('阿澈')
    const before = (await person.get('/api/member')).body.id
    const into = await someone('阿澈（门店）', { tag: '门店' })
    const made = (await merge(before, into)).body.id
    // Whoever remembers who the account is hears of it a moment after the commit.
    const isNow = (id: string) => until(async () => (await person.get('/api/member')).body.id === id, 5)
    await isNow(into)
    await product().owner.post(`/api/merges/${made}/undo`)
    await isNow(before)
  })

  test('too old a merge stays, and a merge that fails halfway leaves everything as it was', async () => {
    const [a, b] = [await someone('旧一', { tag: '旧' }), await someone('旧二', {})]
    const { id } = (await merge(a, b)).body
    await product().database.pool.query(
      `update member_merge set undo_until = now() - interval '1 day' where id = $1`,
      [id],
    )
    expectProblem(await product().owner.post(`/api/merges/${id}/undo`), 409, 'merge_undo_late')
    const c = await someone('悬空', { tag: '悬' })
    expectProblem(await merge(c, a), 409, 'merge_gone')
    expect((await held(c)).tags).toEqual(['悬'])
  })

  test('are offered with why, until somebody says that they are two people', async () => {
    const [low, high] = [await someone('周渔', { city: '厦门' }), await someone('周渔', { city: '厦门' })]
    const { pool } = product().database
    await pool.query(
      `insert into member_double (low_id, high_id, reason, found_at) values ($1, $2, 'name', now())`,
      [low, high],
    )
    const pairs = (await product().owner.get('/api/doubles', { query: { memberId: low } })).body.items
    expect(pairs).toMatchObject([{ reason: 'name', left: { id: low }, right: { id: high } }])
    expect((await product().owner.put(`/api/doubles/${pairs[0].id}/apart`)).status).toBe(204)
    expect((await product().owner.get('/api/doubles', { query: { memberId: low } })).body.items).toEqual([])
  })
})

test('T28 a search finds the account whose address another profile has, and namesakes of one city, once', async () => {
  const { database, process } = product()
  const person = await product().member('阿禾')
  const account = (await person.get('/api/account')).body
  const own = (await person.get('/api/member')).body.id
  await database.pool.query('update account set email_verified = true where id = $1', [account.id])
  const shop = await someone('门店阿禾', {})
  await product().owner.post(`/api/members/${shop}/contacts`, { kind: 'email', value: account.email })
  const [one, other] = [await someone('江晚', { city: '苏州' }), await someone('江晚', { city: '苏州' })]
  await someone('江晚', { city: '无锡' })
  const ctx = testCtx(database, { kind: 'system', name: 'test' }, new Date())
  const job = searchJob(openVault(process.parts.secrets))
  const search = () => job.run(ctx, {}, quietRun)
  await search()
  const pairOf = async (id: string) =>
    (await product().owner.get('/api/doubles', { query: { memberId: id } })).body.items
  expect(await pairOf(shop)).toMatchObject([{ reason: 'email' }])
  expect(await pairOf(own)).toHaveLength(1)
  const [namesakes] = await pairOf(one)
  expect([namesakes.left.id, namesakes.right.id].sort()).toEqual([one, other].sort())
  // Again it finds nothing new, and what was told apart is not offered again.
  await product().owner.put(`/api/doubles/${namesakes.id}/apart`)
  expect(await search()).toEqual({ addresses: 0, names: 0 })
  expect(await pairOf(one)).toEqual([])
})
