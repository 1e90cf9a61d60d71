import { Kysely, PostgresDialect, sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import type { DB } from '#base/db/tables.generated.ts'
import { createAccount } from '#modules/identity/api.ts'
import { testCtx, useDatabase } from '#test/database.ts'
import { findTasks, findWorkload } from '../tasks/tasks.sql.ts'
import { teamWork } from '../work.ts'
import { findHidden } from './marks.ts'
import { gatherWork } from './queue.ts'
import { findWeek } from './week.ts'

const database = useDatabase()
const now = new Date('2026-11-19T01:41:58Z')
let me: Id
let asked = 0

/** A context that counts the statements it sends. */
const counting = (): Ctx => ({
  ...testCtx(database(), undefined, now),
  actor: {
    kind: 'account',
    accountId: me,
    sessionId: '0',
    name: '林晓',
    suspended: false,
    operator: {
      role: 'owner',
      permissions: new Set(['tasks.read', 'tasks.work', 'tasks.manage', 'team.manage']),
    },
  },
  db: new Kysely<DB>({
    dialect: new PostgresDialect({ pool: database().pool }),
    log: () => {
      asked++
    },
  }),
})

async function statements(work: (ctx: Ctx) => Promise<unknown>): Promise<number> {
  asked = 0
  await work(counting())
  return asked
}

beforeAll(async () => {
  const ctx = testCtx(database())
  me = await createAccount(ctx, { name: '林晓', email: 'lin@example.com' })
  const others = await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      createAccount(ctx, { name: `同事${index}`, email: `c${index}@example.com` }),
    ),
  )
  const { db } = database()
  await sql`insert into operator (account_id, role_id)
    select id, (select id from operator_role where key = 'operator') from account`.execute(db)
  // Three years of work: forty thousand tasks, nine of ten of them done.
  await sql`
    insert into task (title, owner_id, department_id, due_at, created_at, created_by, closed_at, closed_by, outcome)
    select 'task ' || n, (${[me, ...others]}::bigint[])[1 + n % 21], 1 + n % 4,
           ${now}::timestamptz - interval '3 years' + n * interval '40 minutes', ${now}, 'system:test',
           case when n % 10 > 0 then ${now}::timestamptz - interval '1 day' end,
           case when n % 10 > 0 then 'system:test' end, case when n % 10 > 0 then 'done' end
      from generate_series(1, 40000) as n`.execute(db)
  await sql`analyze task`.execute(db)
}, 30_000)

const queue = async (ctx: Ctx, limit: number) =>
  await gatherWork(ctx, teamWork, { hidden: await findHidden(ctx, me), limit })

test('Today asks as many statements for fifty items as for two', async () => {
  const few = await statements((ctx) => queue(ctx, 2))
  const many = await statements((ctx) => queue(ctx, 50))
  expect(many).toBe(few)
  expect(many).toBeLessThan(20)
  const { items, counts } = await queue(counting(), 50)
  expect(items).toHaveLength(50)
  expect(counts.task + counts.overdue).toBeGreaterThan(50)
})

test('with forty thousand tasks the queue, the list, the week and the workload answer at once', async () => {
  const ctx = counting()
  const timed: Record<string, number> = {}
  const time = async (name: string, work: () => Promise<unknown>) => {
    await work()
    const began = performance.now()
    await work()
    timed[name] = performance.now() - began
  }
  await time('queue', () => queue(ctx, 50))
  await time('list', () =>
    findTasks(ctx, { state: 'open', owner: me }, { sort: 'due', after: undefined, limit: 50 }),
  )
  await time('week', () => findWeek(ctx, me))
  await time('workload', () => findWorkload(ctx, now))
  expect(Object.entries(timed).filter(([, ms]) => ms > 250)).toEqual([])
})

test('what is asked most goes through an index', async () => {
  const plan = async (query: ReturnType<typeof sql>) =>
    JSON.stringify((await sql`explain (format json) ${query}`.execute(database().db)).rows)
  const open = await plan(
    sql`select id from task where owner_id = ${me} and closed_at is null order by due_at nulls last, id limit 50`,
  )
  expect(open).toContain('task_owner_open')
  expect(open).not.toContain('Seq Scan')
  const about = await plan(sql`select id from task where object_kind = 'member' and object_id = 12`)
  expect(about).toContain('task_object')
  // Control: a question without an index is seen.
  expect(await plan(sql`select id from task where detail = 'x'`)).toContain('Seq Scan')
})
