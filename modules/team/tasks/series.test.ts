import { beforeAll, expect, test } from 'vitest'
import type { Id } from '#base/access/actor.ts'
import { createAccount } from '#modules/identity/api.ts'
import { testCtx, useDatabase } from '#test/database.ts'
import { nextTime } from './rule.ts'
import { endSeries, makeDueTasks } from './series.ts'
import { createTask } from './tasks.ts'

const database = useDatabase()
let owner: Id

beforeAll(async () => {
  owner = await createAccount(testCtx(database()), { name: '林晓', email: 'owner@example.com' })
  await database().pool.query(
    `insert into operator (account_id, role_id) select $1, id from operator_role where key = 'owner'`,
    [owner],
  )
})

const at = (text: string) => new Date(`${text}+08:00`)
const on = (text: string) => testCtx(database(), { kind: 'system', name: 'test' }, at(text))
const dueOf = async (series: string): Promise<string[]> =>
  (
    await database().pool.query<{ due: string }>(
      `select to_char(due_at at time zone 'Asia/Shanghai', 'MM-DD HH24:MI') as due from task
        where series_id = (select series_id from task where id = $1) order by due_at`,
      [series],
    )
  ).rows.map((row) => row.due)

test('a rule gives the next time by the clock of the community', () => {
  const zone = 'Asia/Shanghai'
  const next = (rule: string, from: string, after: string) =>
    nextTime(rule, at(from), at(after), zone)?.toISOString()
  expect(next('FREQ=WEEKLY;BYDAY=MO,TH', '2026-11-19T10:00', '2026-11-19T10:00')).toBe(
    at('2026-11-23T10:00').toISOString(),
  )
  expect(next('FREQ=MONTHLY;BYMONTHDAY=-1', '2026-11-30T10:00', '2026-11-30T10:00')).toBe(
    at('2026-12-31T10:00').toISOString(),
  )
  expect(next('FREQ=DAILY;COUNT=1', '2026-11-19T10:00', '2026-11-19T10:00')).toBeUndefined()
  // In summer time ten o'clock stays ten o'clock.
  expect(
    nextTime('FREQ=DAILY', new Date('2026-10-24T08:00Z'), new Date('2026-10-24T08:00Z'), 'Europe/Berlin'),
  ).toEqual(new Date('2026-10-25T09:00Z'))
})

test.each(['FREQ=SECONDLY', 'FREQ=DAILY;BYHOUR=1', 'nonsense', 'FREQ=WEEKLY;BYDAY=XX', ''])(
  'the rule %j is refused',
  (rule) => {
    expect(() => nextTime(rule, at('2026-11-19T10:00'), at('2026-11-19T10:00'), 'Asia/Shanghai')).toThrow()
  },
)

test('a rule that never comes true ends instead of searching for ever', () => {
  const began = performance.now()
  try {
    expect(
      nextTime(
        'FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=31',
        at('2026-11-19T10:00'),
        at('2026-11-19T10:00'),
        'Asia/Shanghai',
      ),
    ).toBeUndefined()
  } catch (error) {
    expect(error).toMatchObject({ code: 'rule_invalid' })
  }
  expect(performance.now() - began).toBeLessThan(2_000)
})

test('the next task appears some days ahead, once, whoever looks how often', async () => {
  const id = await createTask(on('2026-11-16T09:00'), {
    title: '周报',
    ownerId: owner,
    dueAt: at('2026-11-20T18:00'),
    steps: ['数据', '结论'],
    repeat: { rule: 'FREQ=WEEKLY;BYDAY=FR', leadDays: 3 },
  })
  expect(await makeDueTasks(on('2026-11-20T09:00'))).toBe(0)
  const made = await Promise.all([makeDueTasks(on('2026-11-24T19:00')), makeDueTasks(on('2026-11-24T19:00'))])
  expect(made.sort()).toEqual([0, 1])
  expect(await makeDueTasks(on('2026-11-24T19:00'))).toBe(0)
  expect(await dueOf(id)).toEqual(['11-20 18:00', '11-27 18:00'])
  const { rows } = await database().pool.query<{ steps: number }>(
    `select count(*)::int as steps from task_step s join task t on t.id = s.task_id where t.title = '周报'`,
  )
  expect(rows[0]?.steps).toBe(4)
})

test('of times that were missed only the latest becomes a task', async () => {
  const id = await createTask(on('2026-11-01T09:00'), {
    title: '日报',
    ownerId: owner,
    dueAt: at('2026-11-01T18:00'),
    repeat: { rule: 'FREQ=DAILY', leadDays: 0 },
  })
  await makeDueTasks(on('2026-11-12T20:00'))
  expect(await dueOf(id)).toEqual(['11-01 18:00', '11-12 18:00'])
})

test('a series that was ended makes no more', async () => {
  const id = await createTask(on('2026-11-01T09:00'), {
    title: '月结',
    ownerId: owner,
    dueAt: at('2026-11-02T18:00'),
    repeat: { rule: 'FREQ=DAILY', leadDays: 0 },
  })
  await endSeries(on('2026-11-02T09:00'), id)
  await makeDueTasks(on('2026-11-09T20:00'))
  expect(await dueOf(id)).toEqual(['11-02 18:00'])
})

test('a repeating task needs a first due moment', async () => {
  await expect(
    createTask(on('2026-11-01T09:00'), {
      title: 'x',
      ownerId: owner,
      repeat: { rule: 'FREQ=DAILY', leadDays: 0 },
    }),
  ).rejects.toMatchObject({ code: 'rule_needs_due' })
})
