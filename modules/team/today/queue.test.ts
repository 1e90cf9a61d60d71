import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#base/access/actor.ts'
import { say } from '#base/declarations/said.ts'
import type { WorkItem, WorkSource } from '#base/declarations/work.ts'
import { createAccount } from '#modules/identity/api.ts'
import { testCtx, useDatabase } from '#test/database.ts'
import {
  dismiss,
  findHidden,
  findTakers,
  release,
  restore,
  snooze,
  sweepMarks,
  take,
  takerKey,
} from './marks.ts'
import { gatherWork, looksOf } from './queue.ts'

const database = useDatabase()
const now = new Date('2026-11-19T01:41:58Z')
const words = { zh: '{title}', en: '{title}' }
const minutes = (count: number) => new Date(now.getTime() + count * 60_000)

const item = (key: string, more: Partial<WorkItem> = {}): WorkItem => ({
  key,
  title: say(words, { title: key }),
  note: say(words, { title: '' }),
  act: words,
  path: '/',
  ...more,
})
const source = (name: string, find: WorkSource['find'], more: Partial<WorkSource> = {}): WorkSource => ({
  name,
  kind: 'answer',
  label: words,
  staleWith: [],
  find,
  ...more,
})
const of =
  (...items: readonly WorkItem[]): WorkSource['find'] =>
  async () => ({ items, total: items.length })
const nothing = () => false

const accounts: string[] = []
beforeAll(async () => {
  for (const name of ['林晓', '陈朗'])
    accounts.push(await createAccount(testCtx(database()), { name, email: `${accounts.length}@example.com` }))
})
const actor = (permissions: readonly string[] = []): Actor => ({
  kind: 'account',
  accountId: accounts[0]!,
  sessionId: '0',
  name: '林晓',
  suspended: false,
  operator: { role: 'operator', permissions: new Set(permissions) },
})
const ctx = (permissions?: readonly string[]) => testCtx(database(), actor(permissions), now)

describe('the queue', () => {
  test('puts what is late, due within the hour or urgent first, then what is due, then what waits longest', async () => {
    const { items, counts } = await gatherWork(
      ctx(),
      [
        source(
          'a',
          of(item('waits 2 h', { since: minutes(-120) }), item('waits 5 h', { since: minutes(-300) })),
        ),
        source('b', of(item('due 16:00', { dueAt: minutes(400) }), item('late', { dueAt: minutes(-72) })), {
          kind: 'task',
        }),
        source('c', of(item('urgent', { urgent: true }), item('in 48 min', { dueAt: minutes(48) })), {
          kind: 'approval',
        }),
      ],
      { hidden: nothing },
    )
    expect(items.map((each) => each.item.key)).toEqual([
      'late',
      'in 48 min',
      'urgent',
      'due 16:00',
      'waits 5 h',
      'waits 2 h',
    ])
    expect(items.filter((each) => each.first)).toHaveLength(3)
    expect(counts).toEqual({ signal: 0, overdue: 1, approval: 2, answer: 2, task: 1, care: 0 })
  })

  test('shows what belongs to others to them alone, and asks only what one may see', async () => {
    const asked: string[] = []
    const noting = (name: string, permission?: string) =>
      source(
        name,
        async () => {
          asked.push(name)
          return { items: [item(name)], total: 1 }
        },
        permission ? { permission } : {},
      )
    const { items } = await gatherWork(
      ctx(['groups.review']),
      [
        noting('open'),
        noting('reviews', 'groups.review'),
        noting('secret', 'system.read'),
        source('owned', of(item('mine', { owner: accounts[0]! }), item('theirs', { owner: accounts[1]! }))),
      ],
      { hidden: nothing },
    )
    expect(items.map((each) => each.item.key).sort()).toEqual(['mine', 'open', 'reviews'])
    expect(asked).toEqual(['open', 'reviews'])
  })

  test('survives a source that breaks, throws at once, or never answers', async () => {
    const warned: string[] = []
    const { items, troubled } = await gatherWork(
      ctx(),
      [
        source('broken', async () => Promise.reject(new Error('no such table'))),
        source('throws', () => {
          throw new Error('at once')
        }),
        source('hangs', () => new Promise(() => {})),
        source('fine', of(item('still here'))),
      ],
      { hidden: nothing, patienceMs: 40, log: { warn: (_, message) => void warned.push(message) } },
    )
    expect(items.map((each) => each.item.key)).toEqual(['still here'])
    expect(troubled.map((each) => each.name).sort()).toEqual(['broken', 'hangs', 'throws'])
    expect(warned).toHaveLength(3)
  })

  test('asks no more than four sources at once, and each for no more than its share', async () => {
    let running = 0
    let most = 0
    const limits = new Set<number>()
    const slow = Array.from({ length: 12 }, (_, index) =>
      source(`s${index}`, async (_ctx, { limit }) => {
        limits.add(limit)
        most = Math.max(most, ++running)
        await new Promise((resolve) => setTimeout(resolve, 5))
        running--
        return { items: [item('x')], total: 90 }
      }),
    )
    const { counts } = await gatherWork(ctx(), slow, { hidden: nothing, limit: 7 })
    expect(most).toBe(4)
    expect([...limits]).toEqual([7])
    // What a source did not send still counts.
    expect(counts.answer).toBe(12 * 90)
  })
})

describe('marks', () => {
  const ref = (key: string) => ({ source: 'a', key })
  const shown = async (at: Date, ...items: readonly WorkItem[]) => {
    const reader = { ...ctx(), now: at }
    const hidden = await findHidden(reader, accounts[0]!)
    return (await gatherWork(reader, [source('a', of(...items))], { hidden })).items.map(
      (each) => each.item.key,
    )
  }

  test('what is put off comes back when its time comes', async () => {
    await snooze(ctx(), accounts[0]!, [ref('off')], minutes(60))
    expect(await shown(now, item('off'), item('on'))).toEqual(['on'])
    expect(await shown(minutes(61), item('off'), item('on'))).toEqual(['off', 'on'])
    await restore(ctx(), accounts[0]!, [ref('off')])
    expect(await shown(now, item('off'))).toEqual(['off'])
  })

  test('what is dismissed comes back when it changes, and only for who dismissed it it is gone', async () => {
    const before = item('m', { note: say(words, { title: '27%' }) })
    await dismiss(ctx(), accounts[0]!, [{ ...ref('m'), looks: looksOf(before) }])
    expect(await shown(now, before)).toEqual([])
    expect(await shown(now, item('m', { note: say(words, { title: '25%' }) }))).toEqual(['m'])
    const other = await findHidden(ctx(), accounts[1]!)
    expect(other('a', 'm', looksOf(before))).toBe(false)
  })

  test('two who take the same thing: one has it, and can give it back', async () => {
    const taken = await Promise.all(accounts.map((id) => take(ctx(), id, [ref('t')])))
    expect(taken.sort()).toEqual([0, 1])
    const taker = (await findTakers(ctx(), [ref('t'), ref('else')])).get(takerKey(ref('t')))
    expect(accounts).toContain(taker?.id)
    for (const id of accounts) await release(ctx(), id, [ref('t')])
    expect((await findTakers(ctx(), [ref('t')])).size).toBe(0)
  })

  test('marks of what is long gone are swept', async () => {
    await snooze(ctx(), accounts[0]!, [ref('old')], minutes(1))
    expect(await sweepMarks({ ...ctx(), now: minutes(60 * 24 * 89) })).toBe(0)
    expect(await sweepMarks({ ...ctx(), now: minutes(60 * 24 * 91) })).toBeGreaterThan(0)
  })
})
