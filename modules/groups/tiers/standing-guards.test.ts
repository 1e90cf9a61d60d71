import { beforeAll, describe, expect, test } from 'vitest'
import type { Ctx } from '#base/context.ts'
import type { Definition } from '#modules/audience/api.ts'
import { joinCommunity } from '#modules/members/api.ts'
import { testCtx, useDatabase } from '#test/database.ts'
import { tierData } from '../course/personal.ts'
import { createGroup } from '../groups/groups.ts'
import { addMembers, endStay, findStay } from '../memberships/memberships.ts'
import { openNotices } from '../notices/notices.ts'
import { findHolding } from './history.sql.ts'
import { type Asked, moveByRules, moveWithin } from './moving.ts'
import { placeMember } from './placing.ts'
import { arrangeTiers, findRuledTiers, type RuledTier, writeTierRule } from './tiers.ts'

const database = useDatabase()
const now = new Date('2026-11-19T01:41:58Z')
const later = (days: number) => new Date(now.getTime() + days * 86_400_000)
const ctx = (when = now): Ctx => testCtx(database(), undefined, when)
const signal = new AbortController().signal
const notify = openNotices({ send: async () => undefined })

/** Conditions that name whom they mean: what the rules make of a known answer is asked here, not the answer. */
const meaning = (name: string): Definition => ({
  version: 1,
  who: { kind: 'field', field: name, test: { op: 'isKnown' } },
})
let meant: Record<string, readonly string[]> = {}
const named = (definition: Definition): readonly string[] => {
  const found = definition.who.kind === 'field' ? meant[definition.who.field] : undefined
  if (!found) throw new Error('the condition cannot be asked')
  return found
}
const asked: Asked & { check: () => Promise<void> } = {
  check: async () => undefined,
  members: async function* (_ctx, definition) {
    yield named(definition)
  },
  matching: async (_ctx, definition, ids) => new Set(ids.filter((id) => named(definition).includes(id))),
}

let tiers: RuledTier[]
let core: RuledTier
let advanced: RuledTier
let people: string[]

beforeAll(async () => {
  people = []
  for (const nickname of ['阿澈', '许木', '韩小禾', '唐果'])
    people.push(await joinCommunity(ctx(later(-90)), { accountId: null, nickname }))
  tiers = await findRuledTiers(ctx(), null)
  advanced = tiers[1]!
  core = tiers[2]!
  const rule = { stays: null, falls: true, graceDays: 7, active: true, revision: 0 }
  await writeTierRule(ctx(), asked, core.id, { ...rule, rises: meaning('core') })
})

const give = (memberId: string, to: RuledTier, held = false) =>
  placeMember(ctx(), memberId, { from: null, to, held, reason: '测试' })
const clear = async () => {
  await database().pool.query('update member set merged_into = null')
  await database().pool.query('delete from tier_holding')
  await database().pool.query('delete from tier_notice')
}
const told = async () =>
  (await database().pool.query("select count(*)::int as n from event_log where name = 'member.tier_changed'"))
    .rows[0].n as number

describe('doubles', () => {
  test('what was merged away is neither lifted nor told nor dropped', async () => {
    await clear()
    const [double, other, fresh] = people as [string, string, string]
    await give(double, core)
    await database().pool.query('update member set merged_into = $2 where id = any($1)', [
      [double, fresh],
      other,
    ])
    meant = { core: [fresh] }
    expect(await moveWithin(ctx(), asked, null, signal, notify)).toEqual({
      rose: 0,
      noticed: 0,
      fell: 0,
      kept: 0,
    })
  })

  test('the higher tier stays with who remains; taking the merge back gives both what they had', async () => {
    await clear()
    const [double, other] = people as [string, string]
    await give(double, core)
    await give(other, advanced, true)
    const merged = JSON.parse(JSON.stringify(await tierData.merge(ctx(), double, other)))
    expect((await findHolding(ctx(), other))?.tierId).toBe(core.id)
    expect(await findHolding(ctx(), double)).toBeUndefined()
    await tierData.unmerge(ctx(), double, other, merged)
    expect((await findHolding(ctx(), double))?.tierId).toBe(core.id)
    const { rows } = await database().pool.query(
      'select tier_id, held from tier_holding where member_id = $1',
      [other],
    )
    expect(rows).toEqual([{ tier_id: advanced.id, held: true }])
  })

  test('a lower tier of the double goes with it and comes back with it', async () => {
    await clear()
    const [double, other] = people as [string, string]
    await give(double, advanced)
    await give(other, core)
    const merged = JSON.parse(JSON.stringify(await tierData.merge(ctx(), double, other)))
    expect((await findHolding(ctx(), other))?.tierId).toBe(core.id)
    expect(await findHolding(ctx(), double)).toBeUndefined()
    await tierData.unmerge(ctx(), double, other, merged)
    expect((await findHolding(ctx(), double))?.tierId).toBe(advanced.id)
    expect((await findHolding(ctx(), other))?.tierId).toBe(core.id)
  })
})

describe('a person’s hand', () => {
  test('what somebody set while the rule was thinking is not overwritten, and nothing is announced', async () => {
    await clear()
    const [riser, faller] = people as [string, string]
    await give(faller, core)
    await database().pool.query(
      'insert into tier_notice (tier_id, member_id, noticed_at, effective_at) values ($1, $2, $3, $4)',
      [core.id, faller, later(-8), later(-1)],
    )
    meant = { core: [riser] }
    const before = await told()
    const meanwhile: Asked = {
      ...asked,
      // The last moment before a batch is carried out.
      matching: async () => {
        await give(faller, core, true)
        return new Set()
      },
    }
    expect(await moveWithin(ctx(), meanwhile, null, signal, notify)).toMatchObject({ fell: 0, rose: 1 })
    expect((await findHolding(ctx(), faller))?.tierId).toBe(core.id)
    expect(await told()).toBe(before + 2)
  })
})

describe('one broken group', () => {
  test('does not stop the others: the failure is kept at its rule, and the job fails at its end', async () => {
    await clear()
    const [leaver, stayer] = people as [string, string]
    const groups: { id: string; high: RuledTier }[] = []
    for (const name of ['broken', 'good']) {
      const { id } = await createGroup(ctx(later(-30)), { name, kind: 'interest' })
      const [, high] = await arrangeTiers(ctx(), id, [
        { name: '常客', promise: '' },
        { name: '答疑人', promise: '' },
      ])
      await addMembers(ctx(later(-20)), id, [leaver, stayer])
      await writeTierRule(ctx(), asked, high!.id, {
        rises: meaning(name),
        stays: null,
        falls: true,
        graceDays: 7,
        active: true,
        revision: 0,
      })
      groups.push({ id, high: high! })
    }
    const [broken, good] = groups as [(typeof groups)[0], (typeof groups)[0]]
    meant = { core: [], good: [stayer] }
    const run = { signal, progress: async () => undefined }
    await expect(moveByRules(ctx(), asked, run, notify)).rejects.toThrow(/rules_failed: 1 of 3/)
    expect((await findStay(ctx(), good.id, stayer))?.tierId).toBe(good.high.id)
    const failureAt = async (groupId: string) =>
      (await findRuledTiers(ctx(), groupId)).find((tier) => tier.rule)?.rule?.failure
    expect(await failureAt(broken.id)).toEqual({ at: now, code: 'unexpected' })
    expect(await failureAt(good.id)).toBeNull()

    // Mended; and whoever leaves while the rule thinks is left out, the rest goes on.
    meant = { core: [], good: [stayer], broken: [leaver, stayer] }
    const stay = await findStay(ctx(), broken.id, leaver)
    const thinking: Asked = {
      ...asked,
      matching: async (_ctx, definition, ids) => {
        const still = await findStay(ctx(), broken.id, leaver)
        if (still) await endStay(ctx(), stay!.id, { how: 'left' })
        return new Set(ids.filter((id) => named(definition).includes(id)))
      },
    }
    expect(await moveByRules(ctx(later(1)), thinking, run, notify)).toMatchObject({ rose: 2 })
    meant = { ...meant, broken: [] }
    await moveByRules(ctx(later(2)), thinking, run, notify)
    expect(await moveByRules(ctx(later(10)), thinking, run, notify)).toMatchObject({ fell: 1 })
    expect(await failureAt(broken.id)).toBeNull()
  })
})
