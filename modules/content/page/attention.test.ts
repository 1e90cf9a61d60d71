/** What pages report is counted once, bounded, and only where one may look. */
import { beforeAll, describe, expect, test } from 'vitest'
import type { Ctx } from '#base/context.ts'
import { deriveSecrets } from '#base/secrets.ts'
import { openRoom, type Person, type Room, write } from '#test/coffee-room.ts'
import { testCtx } from '#test/database.ts'
import { memberActor, quietAudience } from '#test/post-rows.ts'
import { useProduct } from '#test/product.ts'
import { type AttentionParts, countAttention, forgetWindows } from './attention.ts'
import { attentionInput } from './shapes.ts'

const product = useProduct({ env: { TRUSTED_PROXIES: '127.0.0.1' } })
let room: Room
let secret: Room
let parts: AttentionParts
const start = Date.parse('2026-11-22T11:02:00Z')
const minutes = (after: number) => new Date(start + after * 60_000)

beforeAll(async () => {
  room = await openRoom(product())
  secret = await openRoom(product(), 1, { open: false })
  parts = {
    audience: quietAudience(product().database),
    secrets: deriveSecrets(Buffer.alloc(32, 7).toString('base64url')),
  }
})

const as = (who: Person, at = minutes(0)): Ctx => testCtx(product().database, memberActor(who.memberId), at)
const nobody = (at = minutes(0)): Ctx => testCtx(product().database, { kind: 'anonymous' }, at)
const phone = { ip: '203.0.113.7', userAgent: 'Phone' }
const report = (ctx: Ctx, said: object, viewer = phone) =>
  countAttention(ctx, parts, viewer, attentionInput.parse(said))
const rows = async (sql: string, values: unknown[] = []) =>
  (await product().database.pool.query(sql, values)).rows
const day = async (id: string) =>
  (await rows('select impressions, reads, depth::int, shares from post_day where post_id = $1', [id]))[0]
const read = (postId: string, seconds = 12, depth = 80) => ({ reads: [{ postId, seconds, depth }] })
// Hosts write as much as they like; the first member writes what is about authors.
const post = (by = room.host) => write(by, room.chat, '豆子开封第三天')

describe('a read', () => {
  test('S0-42 of three seconds or more is a fact, counts once in half an hour, and is remembered', async () => {
    const id = await post()
    const reader = as(room.members[1]!)
    await report(reader, read(id, 2))
    expect(await day(id)).toBeUndefined()
    await report(reader, read(id, 12, 80))
    await report(reader, read(id, 40, 100))
    await report(as(room.members[1]!, minutes(20)), read(id))
    expect(await day(id)).toEqual({ impressions: 0, reads: 1, depth: 80, shares: 0 })
    const facts = await rows(
      `select member_id, props from event_log where name = 'post.read' and object_id = $1`,
      [id],
    )
    expect(facts).toHaveLength(1)
    expect(facts[0].member_id).toBe(room.members[1]!.memberId)
    expect(facts[0].props).toMatchObject({ seconds: 12, depth: 80, boardId: room.chat })
    expect(await rows('select read_count from post where id = $1', [id])).toEqual([{ read_count: 1 }])
    expect(
      await rows('select comment_count from post_read where post_id = $1 and member_id = $2', [
        id,
        room.members[1]!.memberId,
      ]),
    ).toEqual([{ comment_count: 0 }])
    await report(as(room.members[1]!, minutes(61)), read(id))
    expect((await day(id)).reads).toBe(2)
  })

  test('of one’s own words counts for nobody, and is remembered all the same', async () => {
    const id = await post(room.members[0]!)
    await report(as(room.members[0]!), { ...read(id), shown: [id] })
    expect(await day(id)).toBeUndefined()
    expect(await rows('select count(*)::int from post_read where post_id = $1', [id])).toEqual([{ count: 1 }])
  })

  test('by strangers counts without saying who, and an address for at most eight of them', async () => {
    const id = await post()
    for (let each = 0; each < 20; each++)
      await report(nobody(), read(id), { ip: '203.0.113.9', userAgent: `Phone ${each}` })
    expect((await day(id)).reads).toBe(8)
    await report(nobody(), read(id), { ip: '203.0.113.10', userAgent: 'Phone 0' })
    expect((await day(id)).reads).toBe(9)
    const stored = await rows(
      `select (select string_agg(e::text, ' ') from event_log e where name = 'post.read')
              || (select string_agg(w::text, ' ') from attention_window w) as text`,
    )
    expect(stored[0].text).not.toMatch(/203\.0\.113|Phone/)
    expect(
      await rows(`select distinct member_id from event_log where name = 'post.read' and object_id = $1`, [
        id,
      ]),
    ).toEqual([{ member_id: null }])
  })

  test('reported at the same moment many times counts once, and nobody waits for ever', async () => {
    const [one, two] = [await post(), await post()]
    await Promise.all(
      Array.from({ length: 12 }, (_, each) =>
        report(as(room.members[1]!), {
          reads: (each % 2 === 0 ? [one, two] : [two, one]).map((postId) => ({
            postId,
            seconds: 9,
            depth: 50,
          })),
        }),
      ),
    )
    expect([await day(one), await day(two)]).toEqual([
      { impressions: 0, reads: 1, depth: 50, shares: 0 },
      { impressions: 0, reads: 1, depth: 50, shares: 0 },
    ])
  })
})

test('T42 impressions are counted per day, once for each viewer in half an hour; shares once for each way', async () => {
  const id = await post()
  const reader = as(room.members[1]!)
  await report(reader, { shown: [id, id] })
  await report(reader, {
    shown: [id],
    shares: [
      { postId: id, way: 'link' },
      { postId: id, way: 'link' },
    ],
  })
  await report(reader, { shares: [{ postId: id, way: 'poster' }] })
  expect(await day(id)).toEqual({ impressions: 1, reads: 0, depth: 0, shares: 2 })
  expect(await rows('select share_count from post where id = $1', [id])).toEqual([{ share_count: 2 }])
  // Impressions make no fact: they are not worth a row each.
  expect(
    (
      await rows(`select name from event_log where object_id = $1 and name like 'post.%' order by name`, [id])
    ).map((each) => each.name),
  ).toEqual(['post.published', 'post.shared', 'post.shared'])
})

test('G33 closed boards take no attention from outside, and say nothing of being there', async () => {
  const id = await write(secret.members[0]!, secret.chat, '只给群里的人')
  await report(nobody(), { ...read(id), shown: [id], shares: [{ postId: id, way: 'link' }] })
  await report(as(room.members[1]!), read(id))
  expect(await day(id)).toBeUndefined()
  const reply = await product().nobody.post('/api/site/attention', { ...read(id), shown: ['99999999'] })
  expect([reply.status, reply.text]).toEqual([204, ''])
})

test('bounds of a report: no endless lists, no depth beyond the end, no more than thirty a minute', async () => {
  const id = await post()
  const send = (body: object) =>
    product().nobody.post('/api/site/attention', body, { headers: { 'x-forwarded-for': '198.51.100.4' } })
  expect((await send({ shown: Array.from({ length: 61 }, () => id) })).status).toBe(422)
  expect((await send(read(id, 12, 900))).status).toBe(422)
  expect((await send({ reads: [{ postId: 'x', seconds: 5, depth: 5 }] })).status).toBe(422)
  const statuses = await Promise.all(Array.from({ length: 40 }, () => send({ shown: [id] })))
  expect(statuses.filter(({ status }) => status === 429).length).toBeGreaterThanOrEqual(10)
  expect((await day(id)).impressions).toBe(1)
})

test('who was counted is forgotten after two hours', async () => {
  const id = await post()
  await report(nobody(minutes(0)), { shown: [id] }, { ip: '192.0.2.1', userAgent: 'Old' })
  const before = (await rows('select count(*)::int from attention_window'))[0].count
  expect(before).toBeGreaterThan(0)
  await forgetWindows(testCtx(product().database, { kind: 'system', name: 'test' }, minutes(200)))
  const left = await rows('select min(opened_at) as first from attention_window')
  expect(left[0].first === null || left[0].first > minutes(79)).toBe(true)
})

test('S0-43 the author sees how his post does; others do not', async () => {
  const id = await post(room.members[0]!)
  await report(as(room.members[1]!), read(id))
  await room.members[1]!.client.put(`/api/site/posts/${id}/reaction`, { kind: 'like' })
  const own = await room.members[0]!.client.get(`/api/site/posts/${id}/figures`)
  expect(own.body).toMatchObject({
    reads: 1,
    depth: 80,
    reactions: 1,
    interactionRate: 1,
    comments: 0,
    firstAnswerMinutes: null,
    people: [{ token: room.members[1]!.token }],
  })
  expect((await room.host.client.get(`/api/site/posts/${id}/figures`)).status).toBe(200)
  expect((await room.members[1]!.client.get(`/api/site/posts/${id}/figures`)).status).toBe(403)
  expect((await product().nobody.get(`/api/site/posts/${id}/figures`)).status).toBe(401)
})
