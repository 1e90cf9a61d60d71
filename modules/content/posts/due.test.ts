import { beforeAll, describe, expect, test } from 'vitest'
import { answerGate, refused, wireGates } from '#base/facts/gate.ts'
import { armFailpoint } from '#base/testing/failpoint.ts'
import type { Audience } from '#modules/audience/api.ts'
import { audienceOf, documentOf, openRoom, type Room, write } from '#test/coffee-room.ts'
import { testCtx } from '#test/database.ts'
import { useProduct } from '#test/product.ts'
import { mayPublish } from '../gates.ts'
import { publishDue } from './due.ts'

const product = useProduct()
let room: Room
let audience: Audience

beforeAll(async () => {
  room = await openRoom(product(), 3)
  audience = audienceOf(product())
})

const rows = async (sql: string, values: unknown[] = []) =>
  (await product().database.pool.query(sql, values)).rows
const soon = (minutes: number) => new Date(Date.now() + minutes * 60_000)
const later = async (words: string, minutes: number, who = room.members[0]!) =>
  await write(who, room.chat, words, { publishAt: soon(minutes).toISOString() })
const stateOf = async (id: string) =>
  (await rows('select state, state_reason from post where id = $1', [id]))[0]
const told = async (id: string) =>
  (await rows(`select 1 from event_log where name = 'post.published' and object_id = $1`, [id])).length
/** The runner an hour from now. */
const run = (ctx = testCtx(product().database, { kind: 'system', name: 'due' }, soon(60))) =>
  publishDue(ctx, audience)

describe('posts that wait for their hour', () => {
  test('T1 nobody else sees one before; at its hour it is published once, whoever runs and however often', async () => {
    const id = await later('晨间一杯 #早安', 30)
    expect((await stateOf(id)).state).toBe('scheduled')
    expect(await publishDue(testCtx(product().database, undefined, new Date()), audience)).toMatchObject({
      published: 0,
    })
    const done = await Promise.all([run(), run(), run()])
    expect(done.reduce((sum, each) => sum + each.published, 0)).toBe(1)
    await run()
    expect(await stateOf(id)).toMatchObject({ state: 'published' })
    expect(await told(id)).toBe(1)
  })

  test('a run that is killed in between leaves a post whole: waiting, and published by the next', async () => {
    const [one, two] = [await later('甲', 10), await later('乙', 11)]
    armFailpoint('content.due.shown:2:throw')
    try {
      await expect(run()).rejects.toThrow()
    } finally {
      armFailpoint(undefined)
    }
    expect((await stateOf(one)).state).toBe('published')
    expect(await stateOf(two)).toMatchObject({ state: 'scheduled' })
    expect(await told(two)).toBe(0)
    await run()
    expect([await told(one), await told(two)]).toEqual([1, 1])
  })

  test('rights are asked again: who left the group meanwhile publishes nothing and reads why', async () => {
    const author = room.members[1]!
    const id = await later('我还在吗', 10, author)
    await rows(
      `update group_membership set left_at = now(), left_how = 'left', left_by = 'system:test' where group_id = $1 and member_id = $2`,
      [room.groupId, author.memberId],
    )
    expect(await run()).toMatchObject({ published: 0, refused: 1 })
    expect(await stateOf(id)).toMatchObject({
      state: 'removed',
      state_reason: expect.stringContaining('不能在这个版块发帖'),
    })
    expect(await told(id)).toBe(0)
  })

  test('the gate is asked again as well', async () => {
    const id = await later('双十二预告', 10)
    const undo = wireGates(
      [mayPublish],
      [answerGate(mayPublish, 'never', async () => refused({ zh: '活动未报备', en: 'Not announced' }))],
    )
    await run().finally(undo)
    expect(await stateOf(id)).toMatchObject({
      state: 'removed',
      state_reason: expect.stringContaining('活动未报备'),
    })
  })

  test('its author changes the hour, publishes it now, or takes it back as a draft with all of it', async () => {
    const { client } = room.members[2]!
    const id = await later('换个时间', 10, room.members[2]!)
    expect(
      (await client.put(`/api/site/posts/${id}/schedule`, { publishAt: soon(600).toISOString() })).status,
    ).toBe(204)
    expect(await run()).toMatchObject({ published: 0 })
    expect(
      (await room.members[0]!.client.put(`/api/site/posts/${id}/schedule`, { publishAt: null })).status,
    ).toBe(404)
    expect((await client.put(`/api/site/posts/${id}/schedule`, { publishAt: null })).status).toBe(204)
    expect((await stateOf(id)).state).toBe('published')
    expect((await client.put(`/api/site/posts/${id}/schedule`, { publishAt: null })).body.code).toBe(
      'not_scheduled',
    )
    const back = await write(room.members[2]!, room.chat, '收回', {
      publishAt: soon(30).toISOString(),
      kind: 'poll',
      poll: { question: '几点喝', options: ['早', '晚'] },
    })
    const { draftId } = (await client.delete(`/api/site/posts/${back}/schedule`)).body
    const draft = (await client.get(`/api/member/drafts/${draftId}`)).body
    expect(draft).toMatchObject({
      kind: 'poll',
      document: documentOf('收回'),
      extras: { poll: { options: ['早', '晚'] } },
    })
    expect(await stateOf(back)).toBeUndefined()
  })

  test('further than a year is refused', async () => {
    const reply = await room.members[0]!.client.post('/api/site/posts', {
      boardId: room.chat,
      kind: 'discussion',
      document: documentOf('很久以后'),
      publishAt: soon(400 * 24 * 60).toISOString(),
    })
    expect(reply.body.code).toBe('schedule_too_far')
  })
})
