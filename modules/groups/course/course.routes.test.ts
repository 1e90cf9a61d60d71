import { beforeAll, describe, expect, test } from 'vitest'
import type { Client } from '#test/client.ts'
import { useProduct } from '#test/product.ts'

const product = useProduct()
const posts = (value: number) => ({
  version: 1,
  who: {
    kind: 'event',
    event: 'post.published',
    window: { last: { amount: 30, unit: 'days' } },
    measure: { of: 'count', op: 'gte', value },
  },
})
let xumu: Client
let group: { id: string; slug: string }
let memberId: string

beforeAll(async () => {
  const { owner } = product()
  xumu = await product().member('许木')
  memberId = (await xumu.get('/api/member')).body.id
  group = (await owner.post('/api/groups', { name: '手冲研究所', kind: 'interest', visibility: 'private' }))
    .body
})

const course = async (who = xumu) => await who.get(`/api/site/groups/${group.slug}/course`)
const appeal = (words: string) =>
  xumu.post(`/api/site/groups/${group.slug}/appeals`, { kind: 'appeal', words })

describe('what a member sees of himself in a group', () => {
  test('a private group says nothing to strangers', async () => {
    expect((await course()).body.code).toBe('group_not_found')
  })

  test('S0-13 his tier and what is missing for the next one, leaf by leaf', async () => {
    const { owner } = product()
    await owner.post(`/api/groups/${group.id}/members`, { memberIds: [memberId] })
    const tiers = (
      await owner.put('/api/tiers', { group: group.id, tiers: [{ name: '成员' }, { name: '常客' }] })
    ).body.items
    const rule = await owner.put(`/api/tiers/${tiers[1].id}/rule`, {
      rises: posts(3),
      active: true,
      revision: 0,
    })
    expect(rule.status, rule.text).toBe(200)
    const { body, text } = await course()
    expect(body.tier, text).toMatchObject({
      next: {
        tier: { name: '常客' },
        missing: 1,
        asks: [{ met: false, progress: { actual: 0, needed: 3 } }],
      },
    })
    expect(body.ladder).toBeNull()
    expect(body.trouble).toBeNull()
  })

  test('S3-52 a removed member still sees why, appeals once, and is let in by a person', async () => {
    const { owner, database } = product()
    const written = await owner.put(`/api/groups/${group.id}/elimination`, {
      revision: 0,
      risk: posts(1),
      words: '回来看看吧',
      backTask: '写一篇冲煮记录',
    })
    expect(written.status, written.text).toBe(200)
    await database.pool.query(
      `insert into elimination_case (group_id, member_id, state, revision, reasons, warned_at, grace_until, seen_at)
       values ($1, $2, 'due', 1, '[{"says": "60 天没有来过", "evidence": "0 次"}]', now() - interval '9 days', now() - interval '2 days', now())`,
      [group.id, memberId],
    )
    const list = await owner.get(`/api/groups/${group.id}/elimination/cases?state=due`)
    expect(list.body.items[0], list.text).toMatchObject({ state: 'due', can: { decide: true } })
    const ids = list.body.items.map((one: { id: string }) => one.id)
    await owner.post('/api/group-elimination/decisions', { ids, remove: true, decision: '两个月没来' })
    const { body, text } = await course()
    expect(body.trouble, text).toMatchObject({
      state: 'removed',
      decision: '两个月没来',
      reasons: [{ says: '60 天没有来过' }],
      backTask: '写一篇冲煮记录',
      backIf: null,
      asked: null,
    })
    expect((await appeal('住院了')).body.trouble.asked.kind).toBe('appeal')
    expect((await appeal('再说一次')).body.code).toBe('already_asked')
    const open = await owner.get(`/api/group-appeals?group=${group.id}`)
    expect(open.body.items, open.text).toHaveLength(1)
    await owner.put(`/api/group-appeals/${open.body.items[0].id}/answer`, { grant: true, answer: '欢迎回来' })
    expect((await course()).body.trouble).toBeNull()
    const inside = await owner.get(`/api/groups/${group.id}/members`)
    expect(inside.body.items.map((one: { way: string }) => one.way)).toEqual(['return'])
  })

  test('operators see the rule, its sentence and its counts; the overview is empty before the first reading', async () => {
    const { owner } = product()
    const { body } = await owner.get(`/api/groups/${group.id}/elimination`)
    expect(body.rule.says.length).toBeGreaterThan(3)
    expect(body.counts).toMatchObject({ returned: 1, due: 0 })
    expect((await owner.get('/api/group-health')).body.items).toEqual([])
    expect(
      (await owner.get('/api/group-levels')).body.items.map((level: { name: string }) => level.name),
    ).toEqual(['村落级', '市集级', '城镇级'])
  })

  test('lines that cross are refused at their field', async () => {
    const line = { warn: 30, bad: 20, weight: 10 }
    const { body } = await product().owner.put('/api/group-health/lines', {
      lines: {
        activeRate: { warn: 20, bad: 30, weight: 35 },
        participation: line,
        answered: line,
        growth: line,
        concentration: { warn: 60, bad: 80, weight: 15 },
      },
    })
    expect(body.code).toBe('invalid_input')
    expect(body.fields.map((field: { path: string }) => field.path)).toEqual(['body.lines.activeRate.bad'])
  })
})
