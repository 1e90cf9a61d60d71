/** Telling a robot: once, also when the one who tells is killed; again when the other side has trouble. */
import { expect, test } from 'vitest'
import { testCtx, useDatabase } from '#test/database.ts'
import { until } from '#test/warehouse.ts'
import { EgressError } from '../egress/egress-error.ts'
import type { Egress } from '../parts.ts'
import type { RobotAddress } from './robots.ts'
import { sweepTold, tellRobot } from './telling.ts'

const database = useDatabase()
const now = new Date('2026-11-22T02:00:00Z')
const ctx = (seconds = 0) =>
  testCtx(database(), { kind: 'system', name: 'test' }, new Date(now.getTime() + seconds * 1_000))
const message = { title: '周活跃率低于 30%', lines: [], link: { text: '去处理', url: 'https://a.example/x' } }
const chat: RobotAddress = { kind: 'wecom', url: 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=k' }
const webhook: RobotAddress = { kind: 'webhook', url: 'https://a.example/h' }
const well = { status: 200, headers: new Headers(), body: Buffer.from('{"errcode":0}') }
type Answer = Awaited<ReturnType<Egress['request']>>

/** Answers what it is given, one after the other; remembers the ids under which it was told. */
function otherSide(...answers: (Answer | Error | Promise<Answer>)[]) {
  const ids: (string | null)[] = []
  const egress: Egress = {
    request: async (_url, options) => {
      ids.push(new Headers(options?.headers).get('webhook-id'))
      const { rows } = await database().pool.query(
        `select from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'`,
      )
      expect(rows).toHaveLength(0)
      const answer = answers[Math.min(ids.length, answers.length) - 1]!
      if (answer instanceof Error) throw answer
      return await answer
    },
  }
  return { egress, ids }
}
const stateOf = async (key: string) =>
  (await database().pool.query('select state, attempts, problem from robot_told where key = $1', [key]))
    .rows[0]
const tell = (key: string, robot: RobotAddress, egress: Egress, seconds = 0) =>
  tellRobot(ctx(seconds), egress, { key, robot, message })

/** The message has left, and whoever sent it is never heard of again. */
async function killedWhileSending(key: string, robot: RobotAddress): Promise<void> {
  const { egress, ids } = otherSide(new Promise<never>(() => undefined))
  void tell(key, robot, egress)
  await until(() => ids.length === 1)
  expect(await stateOf(key)).toMatchObject({ state: 'sending' })
}

test('T45 a message is told once, and not within a transaction', async () => {
  const { egress, ids } = otherSide(well)
  expect(await tell('once', chat, egress)).toBe('told')
  expect(await tell('once', chat, egress)).toBe('before')
  expect(ids).toHaveLength(1)
  await expect(
    database()
      .db.transaction()
      .execute(async (db) => await tellRobot({ ...ctx(), db }, egress, { key: 'tx', robot: chat, message })),
  ).rejects.toThrow('outside of transactions')
})

test('T45 killed after sending, a chat is not told twice; a webhook is, under the same id', async () => {
  await killedWhileSending('killed chat', chat)
  const again = otherSide(well)
  // Whoever comes at once does not know yet whether the other still lives.
  await expect(tell('killed chat', chat, again.egress, 5)).rejects.toMatchObject({ code: 'unavailable' })
  expect(await tell('killed chat', chat, again.egress, 120)).toBe('unknown')
  expect(await tell('killed chat', chat, again.egress, 240)).toBe('before')
  expect(again.ids).toHaveLength(0)

  await killedWhileSending('killed webhook', webhook)
  expect(await tell('killed webhook', webhook, again.egress, 120)).toBe('told')
  expect(again.ids).toEqual(['killed webhook'])
})

test('T45 trouble of the other side is waited for, what it refuses is final', async () => {
  const trouble = { ...well, status: 503 }
  const tooMany = { ...well, status: 429, headers: new Headers({ 'retry-after': '7' }) }
  const away = new EgressError('timeout', 'no answer')
  const { egress, ids } = otherSide(trouble, tooMany, away, well)
  for (const problem of ['HTTP 503', 'HTTP 429', 'timeout']) {
    await expect(tell('trouble', chat, egress)).rejects.toMatchObject({ code: 'unavailable' })
    expect(await stateOf('trouble')).toMatchObject({ state: 'waiting', problem })
  }
  expect(await tell('trouble', chat, egress)).toBe('told')
  expect(await stateOf('trouble')).toEqual({ state: 'told', attempts: 4, problem: null })
  expect(ids).toHaveLength(4)

  const removed = otherSide({
    ...well,
    body: Buffer.from('{"errcode":93000,"errmsg":"invalid webhook url"}'),
  })
  expect(await tell('removed', chat, removed.egress)).toBe('refused')
  expect(await tell('removed', chat, removed.egress)).toBe('before')
  expect(removed.ids).toHaveLength(1)
})

test('two at the same moment send it once', async () => {
  const { egress, ids } = otherSide(well)
  const both = await Promise.allSettled([tell('both', webhook, egress), tell('both', webhook, egress)])
  expect(ids).toHaveLength(1)
  expect(both.some((each) => each.status === 'fulfilled' && each.value === 'told')).toBe(true)
})

test('what was told is forgotten after three months', async () => {
  const { egress } = otherSide(well)
  await tell('old', chat, egress, -91 * 86_400)
  const before = await sweepTold(ctx())
  expect(before).toBe(1)
  expect(await stateOf('old')).toBeUndefined()
  expect(await stateOf('once')).toBeDefined()
})
