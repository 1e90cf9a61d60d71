import { beforeAll, describe, expect, test } from 'vitest'
import type { Ctx } from '#base/context.ts'
import { type Audience, type Definition, openAudience } from '#modules/audience/api.ts'
import { joinCommunity } from '#modules/members/api.ts'
import { testCtx } from '#test/database.ts'
import { useWarehouse } from '#test/warehouse.ts'
import { asksOf, findTierCourse } from '../course/course.ts'
import { tierFields } from '../course/fields.ts'
import { createGroup } from '../groups/groups.ts'
import { addMembers, findStay } from '../memberships/memberships.ts'
import { openNotices } from '../notices/notices.ts'
import { decideMove, type TierTest } from './decide.ts'
import { collectMembers } from './member-set.ts'
import { foreseeMoves, moveWithin } from './moving.ts'
import { placeMember } from './placing.ts'
import { arrangeTiers, dropTierRule, findRuledTiers, writeTierRule } from './tiers.ts'

const at = useWarehouse()
const now = new Date('2026-11-19T01:41:58Z')
const later = (days: number) => new Date(now.getTime() + days * 86_400_000)
const ctx = (when = now): Ctx => testCtx(at().database, undefined, when)
const signal = new AbortController().signal
const notify = openNotices({ send: async () => undefined })

const posts = (count: number, days = 30): Definition => ({
  version: 1,
  who: {
    kind: 'event',
    event: 'post.published',
    window: { last: { amount: days, unit: 'days' } },
    measure: { of: 'count', op: 'gte', value: count },
  },
})
const rule = { stays: null, falls: true, graceDays: 14, active: true }

let audience: Audience
let people: { ache: string; xumu: string; xiaohe: string }

beforeAll(async () => {
  audience = openAudience({ warehouse: at().warehouse }, { facts: () => [], fields: () => [tierFields] })
  const join = (nickname: string) => joinCommunity(ctx(later(-90)), { accountId: null, nickname })
  people = { ache: await join('阿澈'), xumu: await join('许木'), xiaohe: await join('韩小禾') }
  await write(people.ache, [-1, -2, -3, -4, -5, -6])
  await write(people.xumu, [-1, -8, -20])
  at().startSink()
  await at().settled()
  await audience.copies.fill(ctx())
})

async function write(memberId: string, daysAgo: readonly number[]): Promise<void> {
  for (const days of daysAgo)
    await at().database.pool.query(
      `insert into event_log (name, source, actor, occurred_at, member_id) values ('post.published', 'track', 'account:1', $1, $2)`,
      [later(days), memberId],
    )
}
const move = async (groupId: string | null, when = now) => {
  await at().settled()
  return await moveWithin(ctx(when), audience, groupId, signal, notify)
}
const tiersNow = async () => {
  const rows = await at()
    .database.db.selectFrom('tier_holding')
    .innerJoin('group_tier', 'group_tier.id', 'tier_holding.tier_id')
    .select(['member_id', 'key'])
    .execute()
  return Object.fromEntries(rows.map((row) => [row.member_id, row.key]))
}

describe('S0-13 tiers of the community', () => {
  test('the active rise by rule, straight to the highest tier they earn, and a preview says so before', async () => {
    const [base, advanced, core] = await findRuledTiers(ctx(), null)
    expect([base?.key, advanced?.key, core?.key]).toEqual(['base', 'advanced', 'core'])
    await writeTierRule(ctx(), audience, advanced!.id, { ...rule, rises: posts(3), revision: 0 })
    await writeTierRule(ctx(), audience, core!.id, { ...rule, rises: posts(6), revision: 0 })
    const tiers = await findRuledTiers(ctx(), null)
    const foreseen = await foreseeMoves(ctx(), audience, null, tiers, 10)
    expect(foreseen.counts).toMatchObject({ rose: 2, noticed: 0, fell: 0 })
    expect(await tiersNow()).toEqual({})
    expect(await move(null)).toEqual({ rose: 2, noticed: 0, fell: 0, kept: 0 })
    expect(await tiersNow()).toEqual({ [people.ache]: 'core', [people.xumu]: 'advanced' })
    expect(await move(null)).toEqual({ rose: 0, noticed: 0, fell: 0, kept: 0 })
    const told = await at()
      .database.db.selectFrom('event_log')
      .select(['member_id', 'props'])
      .where('name', '=', 'member.tier_changed')
      .orderBy('member_id')
      .execute()
    expect(told).toEqual([
      { member_id: people.ache, props: { from: null, to: 'core', up: true } },
      { member_id: people.xumu, props: { from: null, to: 'advanced', up: true } },
    ])
  })

  test('conditions can ask for the tier, so that groups of a tier admit by it (S1-18)', async () => {
    const core: Definition = {
      version: 1,
      who: { kind: 'field', field: 'tier.now', test: { op: 'is', value: 'core' } },
    }
    await audience.check(ctx(), core, [])
    expect(await audience.matches(ctx(), core, people.ache)).toBe(true)
    expect(await audience.matches(ctx(), core, people.xiaohe)).toBe(false)
  })

  test('a member sees what is missing for the next tier', async () => {
    const course = await findTierCourse(ctx(), audience, null, people.xumu)
    expect(course).toMatchObject({
      current: { key: 'advanced' },
      next: { tier: { key: 'core' }, missing: 1 },
    })
    expect(course?.next?.asks[0]).toMatchObject({ met: false, progress: { actual: 3, needed: 6 } })
  })

  test('who no longer meets it is told first, keeps the tier for the grace, and then falls to what is still earned', async () => {
    // Thirty days later everything that was written lies outside the window.
    expect(await move(null, later(40))).toMatchObject({ rose: 0, noticed: 2, fell: 0 })
    expect((await findTierCourse(ctx(later(40)), audience, null, people.ache))?.losesAt).toEqual(later(54))
    expect(await move(null, later(50))).toEqual({ rose: 0, noticed: 0, fell: 0, kept: 0 })
    await write(people.xumu, [51, 52, 52.5])
    expect(await move(null, later(53))).toMatchObject({ kept: 1 })
    expect(await move(null, later(54))).toMatchObject({ fell: 1 })
    expect(await tiersNow()).toEqual({ [people.ache]: 'base', [people.xumu]: 'advanced' })
  })

  test('a tier that a person gave is left alone by the rules', async () => {
    const tiers = await findRuledTiers(ctx(), null)
    const core = tiers.find((tier) => tier.key === 'core')!
    await placeMember(ctx(), people.xiaohe, { from: null, to: core, held: true, reason: '创始成员' })
    expect(await move(null, later(54))).toMatchObject({ noticed: 0, fell: 0 })
    expect((await tiersNow())[people.xiaohe]).toBe('core')
  })

  test('a rule is written over the revision that was seen; a changed rule cancels notices; without rules nobody moves', async () => {
    const [, advanced, core] = await findRuledTiers(ctx(), null)
    await expect(
      writeTierRule(ctx(), audience, core!.id, { ...rule, rises: posts(9), revision: 0 }),
    ).rejects.toThrow(/rule_changed/)
    await dropTierRule(ctx(), core!.id)
    await dropTierRule(ctx(), advanced!.id)
    expect(await move(null, later(90))).toEqual({ rose: 0, noticed: 0, fell: 0, kept: 0 })
  })
})

describe('S0-11 tiers within a group', () => {
  test('members rise and fall between the tiers of the group, owners and moderators apart', async () => {
    const { id } = await createGroup(ctx(later(-30)), { name: '手冲研究所', kind: 'interest' })
    const [low, high] = await arrangeTiers(ctx(), id, [
      { name: '常客', promise: '' },
      { name: '答疑人', promise: '可在提问版采纳' },
    ])
    await addMembers(ctx(later(-20)), id, [people.ache, people.xiaohe])
    await addMembers(ctx(later(-20)), id, [people.xumu], { role: 'moderator' })
    expect((await findStay(ctx(), id, people.ache))?.tierId).toBe(low!.id)
    await writeTierRule(ctx(), audience, high!.id, { ...rule, graceDays: 7, rises: posts(3), revision: 0 })
    expect(await move(id)).toMatchObject({ rose: 1 })
    expect((await findStay(ctx(), id, people.ache))?.tierId).toBe(high!.id)
    expect((await findStay(ctx(), id, people.xumu))?.tierId).toBe(low!.id)
    expect(await move(id, later(40))).toMatchObject({ noticed: 1 })
    expect(await move(id, later(47))).toMatchObject({ fell: 1 })
    expect((await findStay(ctx(), id, people.ache))?.tierId).toBe(low!.id)
    await expect(arrangeTiers(ctx(), id, [])).rejects.toThrow(/tier_in_use/)
  })
})

describe('deciding', () => {
  const tests: TierTest[] = [
    { id: '1', rank: 1, falls: false },
    { id: '2', rank: 2, falls: true, rises: (id) => id === 'b', stays: (id) => id === 'b' },
    { id: '3', rank: 3, falls: true, rises: () => false, stays: () => false },
  ]
  const decide = (memberId: string, tierId: string | null, noticeUntil: Date | null = null) =>
    decideMove(tests, { memberId, tierId, noticeUntil }, now)

  test('rises past tiers, waits for the notice, lands on the highest tier below that still holds', () => {
    expect(decide('b', null)).toEqual({ kind: 'rise', to: '2' })
    expect(decide('a', null)).toEqual({ kind: 'none' })
    expect(decide('b', '3')).toEqual({ kind: 'notice', from: '3' })
    expect(decide('b', '3', later(1))).toEqual({ kind: 'none' })
    expect(decide('b', '3', now)).toEqual({ kind: 'fall', from: '3', to: '2' })
    expect(decide('a', '3', now)).toEqual({ kind: 'fall', from: '3', to: '1' })
    expect(decide('b', '2', later(3))).toEqual({ kind: 'kept', from: '2' })
  })

  test('sets hold any number of ids in order and find each', async () => {
    async function* batches() {
      yield ['1', '5', '9']
      yield ['12', '1000000007']
    }
    const set = await collectMembers(batches())
    expect(['1', '9', '1000000007'].map(set.has)).toEqual([true, true, true])
    expect(['2', '0', '1000000008'].map(set.has)).toEqual([false, false, false])
    expect([...set.ids()]).toHaveLength(5)
  })

  test('what is asked is told leaf by leaf; alternatives are told as one', () => {
    const leaf = (says: string, met: boolean) =>
      ({ path: 'x', kind: 'event', met, says, evidence: null, progress: null, of: [] }) as const
    const any = { ...leaf('甲或乙', false), kind: 'any', of: [leaf('甲', false), leaf('乙', false)] } as const
    const all = { ...leaf('', false), kind: 'all', of: [leaf('丙', true), any] } as const
    expect(asksOf(all).map((one) => one.says)).toEqual(['丙', '甲或乙'])
  })
})
