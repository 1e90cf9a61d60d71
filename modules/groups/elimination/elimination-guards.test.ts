import { beforeAll, describe, expect, test } from 'vitest'
import type { Ctx } from '#base/context.ts'
import { type Audience, type Definition, openAudience } from '#modules/audience/api.ts'
import { joinCommunity } from '#modules/members/api.ts'
import { testCtx } from '#test/database.ts'
import { useWarehouse } from '#test/warehouse.ts'
import { createGroup } from '../groups/groups.ts'
import { addMembers, endStay, findStay } from '../memberships/memberships.ts'
import { openNotices } from '../notices/notices.ts'
import { findCases } from './cases.sql.ts'
import { removeOf } from './deciding.ts'
import { answerAppeal, askForReview, bringBack } from './returning.ts'
import { type EliminationFields, findEliminationRule, writeEliminationRule } from './rules.ts'
import { type Asked, applyRule, applyRules } from './running.ts'

const at = useWarehouse()
const now = new Date('2026-11-19T01:41:58Z')
const later = (days: number) => new Date(now.getTime() + days * 86_400_000)
const ctx = (when = now): Ctx => testCtx(at().database, undefined, when)
const signal = new AbortController().signal
const run = { signal, progress: async () => undefined }
const notify = openNotices({ send: async () => undefined })

const silent: Definition = {
  version: 1,
  who: {
    kind: 'event',
    event: 'check_in',
    window: { last: { amount: 14, unit: 'days' } },
    measure: { of: 'count', op: 'lt', value: 1 },
  },
}
const rule: EliminationFields = {
  risk: silent,
  newcomerDays: 14,
  sparedRoles: ['expert'],
  graceDays: 7,
  review: false,
  words: '回来签个到吧',
  backIf: null,
  backTask: '',
  backAfter: 0,
  active: true,
}

let audience: Audience
let xumu: string
let xiaohe: string

beforeAll(async () => {
  audience = openAudience({ warehouse: at().warehouse }, { facts: () => [], fields: () => [] })
  const join = (nickname: string) => joinCommunity(ctx(later(-90)), { accountId: null, nickname })
  xumu = await join('许木')
  xiaohe = await join('韩小禾')
  at().startSink()
  await at().settled()
  await audience.copies.fill(ctx())
})

async function group(name: string): Promise<string> {
  const { id } = await createGroup(ctx(later(-80)), { name, kind: 'interest' })
  await addMembers(ctx(later(-60)), id, [xumu, xiaohe])
  await writeEliminationRule(ctx(), audience, id, { ...rule, revision: 0 })
  return id
}
const apply = async (groupId: string, when = now, asked: Asked = audience) => {
  await at().settled()
  return await applyRule(ctx(when), asked, notify, groupId, signal)
}
const rest = async (groupId: string) =>
  await at().database.pool.query('update elimination_rule set active = false where group_id = $1', [groupId])
const caseOf = async (groupId: string, memberId = xumu) =>
  (await findCases(ctx(), { groupId }, { after: undefined, limit: 50 })).items.find(
    (one) => one.memberId === memberId,
  )!
const appealOf = async (id: string) =>
  (await at().database.pool.query('select state from elimination_appeal where id = $1', [id])).rows[0].state
const recoveries = async () =>
  (
    await at().database.pool.query(
      "select count(*)::int as n from event_log where name = 'group.elimination_recovered'",
    )
  ).rows[0].n as number

describe('S3-51 what the warehouse does not know', () => {
  test('lets nobody off: a warning ends only when PostgreSQL says that the risk is over', async () => {
    const id = await group('手冲研究所')
    expect(await apply(id)).toMatchObject({ warned: 2 })
    // As after a rebuild that is not through: the set is empty.
    const partial: Asked = {
      ...audience,
      members: async function* () {
        yield []
      },
    }
    expect(await apply(id, later(1), partial)).toMatchObject({ recovered: 0 })
    expect((await caseOf(id)).state).toBe('warned')
    await rest(id)
  })

  test('who was merged into another is not warned', async () => {
    const id = await group('双份')
    await at().database.pool.query('update member set merged_into = $1 where id = $2', [xiaohe, xumu])
    expect(await apply(id)).toMatchObject({ warned: 1 })
    await at().database.pool.query('update member set merged_into = null')
    await rest(id)
  })

  test('who left meanwhile is not eliminated: the case ends as his own leaving', async () => {
    const id = await group('自己走了')
    await apply(id)
    const { id: caseId } = await caseOf(id)
    const appeal = await askForReview(ctx(), id, xumu, { kind: 'appeal', words: '住院了' })
    const stay = await findStay(ctx(), id, xumu)
    await endStay(ctx(), stay!.id, { how: 'left' })
    const found = await findEliminationRule(ctx(), id)
    expect(await removeOf(ctx(), notify, found, caseId, { by: 'rule', decision: '', backIfSays: '' })).toBe(
      false,
    )
    expect((await caseOf(id)).state).toBe('withdrawn')
    expect(await appealOf(appeal)).toBe('closed')
    await rest(id)
  })

  test('a case that a person decided meanwhile is not announced as recovered', async () => {
    const id = await group('同时')
    await apply(id)
    const before = await recoveries()
    const meanwhile: Asked = {
      ...audience,
      matching: async () => {
        await at().database.pool.query(
          "update elimination_case set state = 'spared', decided_at = now(), decided_by = 'account:1' where group_id = $1",
          [id],
        )
        return new Set()
      },
    }
    expect(await apply(id, later(8), meanwhile)).toMatchObject({ recovered: 0, removed: 0 })
    expect(await recoveries()).toBe(before)
    await rest(id)
  })
})

describe('one broken group', () => {
  test('does not stop the next: its failure is kept, and a run that goes through clears it', async () => {
    const broken = await group('坏规则')
    const good = await group('好规则')
    await at().settled()
    let begun = false
    // The first that is asked about is the older group.
    const breaking: Asked = {
      ...audience,
      explainAll: async (...given) => {
        if (begun) return await audience.explainAll(...given)
        begun = true
        throw new Error('cannot be asked')
      },
    }
    await expect(applyRules(ctx(), breaking, notify, run)).rejects.toThrow(/rules_failed: 1 of 2/)
    expect((await caseOf(good)).state).toBe('warned')
    expect((await findEliminationRule(ctx(), broken))?.failure).toEqual({ at: now, code: 'unexpected' })
    expect((await findEliminationRule(ctx(), good))?.failure).toBeNull()
    expect(await applyRules(ctx(later(1)), audience, notify, run)).toMatchObject({ warned: 2 })
    expect((await findEliminationRule(ctx(), broken))?.failure).toBeNull()
    await rest(broken)
    await rest(good)
  })
})

describe('S3-52 appeals belong to their case', () => {
  test('an appeal ends with its case and cannot decide the next one', async () => {
    const id = await group('申诉')
    await apply(id)
    const old = await askForReview(ctx(), id, xumu, { kind: 'appeal', words: '请再看看' })
    await apply(id, later(7))
    const removed = await caseOf(id)
    expect(removed.state).toBe('removed')
    await bringBack(ctx(later(8)), removed.id)
    expect(await appealOf(old)).toBe('closed')
    // Warned a second time: an old appeal that somebody still has on the screen changes nothing.
    await at().database.pool.query('update group_membership set joined_at = $2 where group_id = $1', [
      id,
      later(-60),
    ])
    expect((await apply(id, later(9))).warned).toBe(1)
    await at().database.pool.query(
      "update elimination_appeal set state = 'open', answered_at = null, answered_by = null where id = $1",
      [old],
    )
    await expect(
      answerAppeal(ctx(later(9)), notify, old, { grant: true, answer: '欢迎回来' }),
    ).rejects.toThrow(/case_decided/)
    expect((await caseOf(id)).state).toBe('warned')
  })
})
