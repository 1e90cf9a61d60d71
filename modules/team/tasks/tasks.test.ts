import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor, Id } from '#base/access/actor.ts'
import { createAccount } from '#modules/identity/api.ts'
import { testCtx, useDatabase } from '#test/database.ts'
import { findDepartments, leaveDepartments, setDepartmentPeople } from '../people/departments.ts'
import { handOverTasks } from './handover.ts'
import { taskPage } from './page.ts'
import { addStep, changeStep, commentOnTask } from './steps.ts'
import { countTasks, findTasks, findWorkload } from './tasks.sql.ts'
import { changeTask, closeTask, createTask, reopenTask } from './tasks.ts'

const database = useDatabase()
const now = new Date('2026-11-19T01:41:58Z')
const staff = ['tasks.read', 'tasks.work']
const people: Record<string, Extract<Actor, { kind: 'account' }>> = {}

const as = (name: string, more: readonly string[] = []) => {
  const actor = people[name]!
  const permissions = new Set([...actor.operator!.permissions, ...more])
  return testCtx(database(), { ...actor, operator: { ...actor.operator!, permissions } }, now)
}

beforeAll(async () => {
  const ctx = testCtx(database())
  for (const [name, role] of [
    ['林晓', 'owner'],
    ['陈朗', 'operator'],
    ['唐果', 'moderator'],
    ['许老师', 'expert'],
  ] as const) {
    const accountId = await createAccount(ctx, { name, email: `${role}@example.com` })
    await database().pool.query(
      'insert into operator (account_id, role_id) select $1, id from operator_role where key = $2',
      [accountId, role],
    )
    people[name] = {
      kind: 'account',
      accountId,
      sessionId: '0',
      name,
      suspended: false,
      operator: {
        role,
        permissions: new Set(
          role === 'expert'
            ? ['tasks.work']
            : [...staff, 'tasks.manage'].slice(0, role === 'moderator' ? 2 : 3),
        ),
      },
    }
  }
})

const idOf = (name: string): Id => people[name]!.accountId
const kindsOf = async (id: Id) => (await taskPage(as('林晓'), id)).entries.map((entry) => entry.kind)

describe('a task', () => {
  test('is made for somebody, changes hands, is done, and tells its history', async () => {
    const id = await createTask(as('林晓'), {
      title: '写第 2 版冬季器具季方案',
      ownerId: idOf('陈朗'),
      dueAt: new Date('2026-11-19T10:00:00Z'),
      steps: ['列出礼品', '核预算'],
    })
    await changeTask(as('陈朗'), id, { ownerId: idOf('唐果'), urgent: true })
    await commentOnTask(as('唐果'), id, '预算表在网盘')
    await closeTask(as('唐果'), id, { outcome: 'done', note: '' })
    const page = await taskPage(as('林晓'), id)
    expect(page).toMatchObject({
      title: '写第 2 版冬季器具季方案',
      owner: { name: '唐果', gone: false },
      urgent: true,
      closed: { outcome: 'done' },
      steps: { done: 0, total: 2 },
      can: { edit: false, reopen: true },
    })
    expect(page.entries.map(({ kind, from, to }) => [kind, from, to])).toEqual([
      ['made', null, null],
      ['owner', '陈朗', '唐果'],
      ['changed', null, 'urgent'],
      ['comment', null, null],
      ['closed', null, 'done'],
    ])
    await reopenTask(as('唐果'), id)
    expect(await kindsOf(id)).toContain('reopened')
  })

  test('says nothing when nothing changes, and takes no change once it is closed', async () => {
    const id = await createTask(as('陈朗'), { title: '核对快递单' })
    const before = await kindsOf(id)
    await changeTask(as('陈朗'), id, { title: '核对快递单', ownerId: idOf('陈朗'), dueAt: null })
    expect(await kindsOf(id)).toEqual(before)
    await closeTask(as('陈朗'), id, { outcome: 'dropped', note: '改由系统核对' })
    await expect(changeTask(as('陈朗'), id, { title: '别的' })).rejects.toMatchObject({ code: 'task_closed' })
    await expect(addStep(as('陈朗'), id, '再看看')).rejects.toMatchObject({ code: 'task_closed' })
  })

  test('goes only to people on the team', async () => {
    const stranger = await createAccount(testCtx(database()), { name: '路人', email: 'lu@example.com' })
    await expect(createTask(as('林晓'), { title: 'x', ownerId: stranger })).rejects.toMatchObject({
      code: 'owner_unknown',
    })
  })

  test('ticks its steps off and back', async () => {
    const id = await createTask(as('陈朗'), { title: '开店检查', steps: ['磨豆机', '水温'] })
    const [first] = (await taskPage(as('陈朗'), id)).checklist
    await changeStep(as('陈朗'), id, first!.id, { done: true })
    await changeStep(as('陈朗'), id, first!.id, { text: '磨豆机刻度' })
    expect((await taskPage(as('陈朗'), id)).checklist[0]).toMatchObject({ text: '磨豆机刻度', done: true })
    await changeStep(as('陈朗'), id, first!.id, { done: false })
    expect((await taskPage(as('陈朗'), id)).steps).toEqual({ done: 0, total: 2 })
  })
})

describe('S3-55 a big problem in small ones that can be checked', () => {
  test('is done only when its parts are, and with what was found', async () => {
    const big = await createTask(as('林晓'), { title: '周活跃率回到 30%', checkHow: '连续两周高于 30%' })
    const part = await createTask(as('林晓'), { title: '恢复周三杯测', parentId: big })
    await expect(closeTask(as('林晓'), big, { outcome: 'done', note: '31%' })).rejects.toMatchObject({
      code: 'children_open',
    })
    await closeTask(as('林晓'), part, { outcome: 'done', note: '' })
    await expect(closeTask(as('林晓'), big, { outcome: 'done', note: '' })).rejects.toMatchObject({
      code: 'proof_needed',
    })
    await closeTask(as('林晓'), big, { outcome: 'done', note: '两周分别 31.2% 和 32.8%' })
    const page = await taskPage(as('林晓'), big)
    expect(page.tree.map((each) => each.title)).toEqual(['恢复周三杯测'])
    expect(page.closed).toMatchObject({ note: '两周分别 31.2% 和 32.8%' })
  })

  test('goes four levels deep and no further', async () => {
    let parentId: Id | null = null
    for (let level = 0; level < 4; level++)
      parentId = await createTask(as('林晓'), { title: `第 ${level + 1} 层`, parentId })
    await expect(createTask(as('林晓'), { title: '第 5 层', parentId })).rejects.toMatchObject({
      code: 'tree_too_deep',
    })
  })
})

describe('S0-56 a guest', () => {
  test('sees and finishes what was given, and nothing of the rest', async () => {
    const given = await createTask(as('林晓'), { title: '审烘焙课讲义', ownerId: idOf('许老师') })
    const other = await createTask(as('林晓'), { title: '年度预算' })
    const mine = await findTasks(
      as('许老师'),
      { state: 'open' },
      { sort: 'due', after: undefined, limit: 100 },
    )
    expect(mine.items.map((task) => task.id)).toEqual([given])
    expect(await countTasks(as('许老师'), { state: 'all' })).toBe(1)
    await expect(taskPage(as('许老师'), other)).rejects.toMatchObject({ code: 'task_not_found' })
    await expect(changeTask(as('许老师'), other, { title: '0' })).rejects.toMatchObject({
      code: 'task_not_found',
    })
    await expect(changeTask(as('许老师'), given, { ownerId: idOf('林晓') })).rejects.toMatchObject({
      code: 'forbidden',
    })
    await closeTask(as('许老师'), given, { outcome: 'done', note: '' })
  })

  test('a colleague without the right changes nobody else’s task', async () => {
    const id = await createTask(as('林晓'), { title: '定主题', ownerId: idOf('林晓') })
    await expect(changeTask(as('唐果'), id, { title: '改主题' })).rejects.toMatchObject({ code: 'forbidden' })
    await changeTask(as('陈朗'), id, { title: '改主题' })
  })
})

describe('when somebody leaves', () => {
  test('open tasks stay until they are handed over, all at once, and the department forgets the person', async () => {
    const ctx = as('林晓')
    const leaver = await createAccount(testCtx(database()), { name: '小许', email: 'xu@example.com' })
    await database().pool.query(
      `insert into operator (account_id, role_id) select $1, id from operator_role where key = 'operator'`,
      [leaver],
    )
    const department = (await findDepartments(ctx))[0]!
    await setDepartmentPeople(ctx, department.id, [leaver, idOf('唐果')])
    const open = await createTask(ctx, { title: '收集反馈', ownerId: leaver, departmentId: department.id })
    const closed = await createTask(ctx, { title: '已经做完的', ownerId: leaver })
    await closeTask(ctx, closed, { outcome: 'done', note: '' })

    await database().pool.query('delete from operator where account_id = $1', [leaver])
    await leaveDepartments(ctx, leaver)
    const load = await findWorkload(ctx, new Date('2026-11-23T00:00:00Z'))
    expect(load[0]).toMatchObject({ id: leaver, gone: true, open: 1 })

    expect(await handOverTasks(ctx, { from: leaver, to: idOf('唐果') })).toBe(1)
    expect(await taskPage(ctx, open)).toMatchObject({ owner: { name: '唐果' } })
    expect((await taskPage(ctx, closed)).owner).toMatchObject({ id: leaver, gone: true })
    expect((await findWorkload(ctx, now)).some((each) => each.id === leaver)).toBe(false)
    const { rows } = await database().pool.query('select 1 from department_member where account_id = $1', [
      leaver,
    ])
    expect(rows).toEqual([])
  })
})

test('a list is paged by due moment, and what has none comes last', async () => {
  const ctx = as('林晓')
  const parentId = await createTask(ctx, { title: '翻页' })
  const due = ['2026-12-03', null, '2026-12-01', '2026-12-02', null]
  for (const each of due)
    await createTask(ctx, {
      title: String(each),
      parentId,
      dueAt: each ? new Date(`${each}T04:00:00Z`) : null,
    })
  const seen: string[] = []
  let after: Awaited<ReturnType<typeof findTasks>>['next'] | undefined
  do {
    const page = await findTasks(
      ctx,
      { state: 'open', parentId },
      { sort: 'due', after: after ?? undefined, limit: 2 },
    )
    seen.push(...page.items.map((task) => task.title))
    after = page.next
  } while (after)
  expect(seen).toEqual(['2026-12-01', '2026-12-02', '2026-12-03', 'null', 'null'])
})
