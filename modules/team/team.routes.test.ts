import { describe, expect, test } from 'vitest'
import { expectProblem } from '#test/client.ts'
import { testCtx } from '#test/database.ts'
import { useProduct } from '#test/product.ts'
import { findCalendar } from './calendar/calendar.ts'
import { addWorkingDays } from './calendar/working-time.ts'

const product = useProduct()
const me = async (client: { get(path: string): Promise<{ body: { id: string } }> }): Promise<string> =>
  (await client.get('/api/account')).body.id

describe('Today over HTTP', () => {
  test('shows an operator their due task, with its next step and in their language', async () => {
    const { owner } = product()
    const dueAt = new Date(Date.now() - 3_600_000).toISOString()
    const { body } = await owner.post('/api/tasks', { title: '提交方案第 2 版', dueAt, steps: ['预算'] })
    const today = await owner.get('/api/today')
    expect(today.status).toBe(200)
    expect(today.body.troubled).toEqual([])
    expect(today.body.items.find((item: { key: string }) => item.key === body.id)).toMatchObject({
      source: 'team.tasks',
      kind: 'overdue',
      first: true,
      title: '提交方案第 2 版',
      note: '任务 · 检查项 0/1',
      act: '继续做',
      path: `/tasks/${body.id}`,
      mine: true,
    })
    expect(today.body.counts.overdue).toBe(1)
    expect(today.body.staleWith).toContain('tasks')
    await owner.patch('/api/account', { locale: 'en' })
    expect((await owner.get('/api/today')).text).toContain('Go on')
    await owner.patch('/api/account', { locale: 'zh-CN' })

    const other = await (await product().operator('moderator')).get('/api/today')
    expect(JSON.stringify(other.body)).not.toContain('提交方案第 2 版')
  })

  test('puts off and brings back, and takes no nonsense', async () => {
    const { owner } = product()
    const { body } = await owner.post('/api/tasks', { title: '晚点再说', urgent: true })
    const items = [{ source: 'team.tasks', key: body.id }]
    const seen = async () =>
      (await owner.get('/api/today')).body.items.some((item: { key: string }) => item.key === body.id)
    const until = new Date(Date.now() + 3_600_000).toISOString()
    expect((await owner.post('/api/today/marks', { act: 'snooze', items, until })).body).toEqual({ count: 1 })
    expect(await seen()).toBe(false)
    await owner.post('/api/today/marks', { act: 'restore', items })
    expect(await seen()).toBe(true)
    expectProblem(await owner.post('/api/today/marks', { act: 'snooze', items }), 422, 'invalid_input')
    expectProblem(
      await owner.post('/api/today/marks', { act: 'snooze', items: [], until }),
      422,
      'invalid_input',
    )
    expectProblem(await (await product().member()).get('/api/today'), 403, 'forbidden')
  })

  test('shows the week with its days off', async () => {
    const { body } = await product().owner.get('/api/today/week?day=2026-10-01')
    expect(body.days.map((day: { day: string }) => day.day)[0]).toBe('2026-09-28')
    expect(body.days[3]).toMatchObject({ day: '2026-10-01', works: false, name: '国庆节' })
  })
})

test('what the law gives fifteen working days is due by this calendar', async () => {
  const { owner, database } = product()
  const tomorrow = new Date(Date.now() + 32 * 3_600_000).toISOString().slice(0, 10)
  const exceptions = Array.from({ length: 10 }, (_, index) =>
    new Date(Date.parse(`${tomorrow}T00:00:00Z`) + index * 86_400_000).toISOString().slice(0, 10),
  )
  for (const day of exceptions)
    await owner.put(`/api/working-calendar/days/${day}`, { name: '盘点', works: false })
  const { body } = await (await product().member('青野')).post('/api/account/data-requests', {
    kind: 'export',
  })
  const ctx = testCtx(database, { kind: 'system', name: 'test' }, new Date())
  const asked = new Date(body.requestedAt)
  expect(new Date(body.dueAt)).toEqual(addWorkingDays(await findCalendar(ctx), asked, 15))
  expect(Date.parse(body.dueAt) - asked.getTime()).toBeGreaterThan(28 * 86_400_000)
  for (const day of exceptions) await owner.delete(`/api/working-calendar/days/${day}`)
})

describe('S0-51 … S0-53 departments', () => {
  test('are there from the start, in the reader’s language, and keep who belongs to them', async () => {
    const { owner } = product()
    const { body } = await owner.get('/api/departments')
    expect(body.items.map((each: { name: string }) => each.name)).toEqual([
      '社群运营',
      '产品',
      '市场',
      '客服',
    ])
    const support = await me(await product().operator('support'))
    const service = body.items[3].id
    await owner.put(`/api/departments/${service}/people`, { accountIds: [support] })
    await owner.patch(`/api/departments/${service}`, { leadId: support })
    const [, , , after] = (await owner.get('/api/departments')).body.items
    expect(after).toMatchObject({ lead: { id: support }, people: [{ id: support, roleName: '客服' }] })
    expectProblem(await owner.post('/api/departments', { name: '市场' }), 409, 'department_name_taken')
    expectProblem(
      await (await product().operator('analyst')).post('/api/departments', { name: '数据' }),
      403,
      'forbidden',
    )
  })

  test('are not closed while their work is open; what nobody took shows in the queue of their people', async () => {
    const { owner } = product()
    const { id } = (await owner.post('/api/departments', { name: '门店' })).body
    const support = await product().operator('support')
    await owner.put(`/api/departments/${id}/people`, { accountIds: [await me(support)] })
    const dueAt = new Date(Date.now() + 600_000).toISOString()
    const task = (await owner.post('/api/tasks', { title: '换展架', departmentId: id, ownerId: null, dueAt }))
      .body
    expectProblem(await owner.delete(`/api/departments/${id}`), 409, 'department_busy')
    const item = (await support.get('/api/today')).body.items.find(
      (each: { key: string }) => each.key === task.id,
    )
    expect(item).toMatchObject({ first: true, act: '去接手', department: { name: '门店' } })
    await support.patch(`/api/tasks/${task.id}`, { ownerId: await me(support) })
    await support.put(`/api/tasks/${task.id}/closure`, { outcome: 'done' })
    expect((await owner.delete(`/api/departments/${id}`)).status).toBe(204)
  })
})

describe('S0-56 guests', () => {
  test('enter the console under a narrow role and see only what is theirs', async () => {
    const expert = await product().operator('expert')
    const { body } = await product().owner.post('/api/tasks', { title: '审讲义', ownerId: await me(expert) })
    await product().owner.post('/api/tasks', { title: '内部预算' })
    const startsAt = new Date().toISOString()
    await product().owner.post('/api/meetings', { title: '内部例会', startsAt })
    expect(JSON.stringify((await product().owner.get('/api/today/week')).body)).toContain('内部例会')
    const list = await expert.get('/api/tasks')
    expect(list.body.items.map((task: { id: string }) => task.id)).toEqual([body.id])
    const week = await expert.get('/api/today/week')
    expect(JSON.stringify(week.body)).not.toContain('meeting')
    for (const path of ['/api/members', '/api/departments', '/api/tasks/workload', '/api/system/health'])
      expectProblem(await expert.get(path), 403, 'forbidden')
    expectProblem(
      await product().owner.put(`/api/guests/${await me(await product().operator('support'))}`, {
        field: 'x',
      }),
      409,
      'not_guest',
    )
    await product().owner.put(`/api/guests/${await me(expert)}`, { field: '烘焙', endsOn: '2026-11-30' })
    expect((await product().owner.get('/api/guests')).body.items[0]).toMatchObject({
      role: 'expert',
      agreement: { field: '烘焙', endsOn: '2026-11-30' },
    })
  })

  test('are told by mail what they were given', async () => {
    const mails: { to: string; subject: string }[] = (await product().owner.get('/api/mailbox')).body.items
    expect(
      mails.find((mail) => mail.to === 'expert@example.com' && mail.subject.includes('审讲义')),
    ).toBeTruthy()
  })
})

describe('the working calendar', () => {
  test('knows holidays and make-up days, and keeps what is set here', async () => {
    const { owner } = product()
    const read = async () => (await owner.get('/api/working-calendar?year=2026')).body
    const before = await read()
    expect(before.days.find((day: { day: string }) => day.day === '2026-10-10')).toMatchObject({
      works: true,
    })
    await owner.put('/api/working-calendar/days/2026-12-24', { name: '店庆', works: false })
    const after = await read()
    expect(after.days.at(-1)).toMatchObject({ day: '2026-12-24', name: '店庆', works: false, own: true })
    expect(after.workingDays).toBe(before.workingDays - 1)
    const deadline = await owner.get(
      '/api/working-calendar/deadline?from=2026-09-30T10:00:00.000Z&minutes=60',
    )
    expect(deadline.body.dueAt).toBe('2026-10-08T02:00:00.000Z')
    const overlap = [
      { weekday: 1, opens: '09:00', closes: '12:00' },
      { weekday: 1, opens: '11:00', closes: '18:00' },
    ]
    expectProblem(
      await owner.put('/api/working-calendar', { hours: overlap, followsHolidays: true }),
      422,
      'hours_overlap',
    )
  })
})

test('S0-54 the weekly meeting is called with what is open, and ends with tasks', async () => {
  const { owner } = product()
  const dueAt = new Date(Date.now() - 86_400_000).toISOString()
  await owner.post('/api/tasks', { title: '回访流失成员', dueAt })
  const { id } = (await owner.post('/api/meetings', { title: '第 47 周例会', startsAt: dueAt })).body
  const meeting = (await owner.get(`/api/meetings/${id}`)).body
  const item = meeting.items.find((each: { text: string }) => each.text === '回访流失成员')
  expect(item).toMatchObject({ origin: 'task', task: null })
  await owner.patch(`/api/meetings/${id}/items/${item.id}`, { decision: '陈朗本周电话回访前 20 位' })
  const task = await owner.post(`/api/meetings/${id}/items/${item.id}/task`, {
    title: '电话回访前 20 位',
    ownerId: await me(owner),
  })
  expect((await owner.get(`/api/tasks/${task.body.id}`)).body).toMatchObject({
    detail: '陈朗本周电话回访前 20 位',
    object: { kind: 'meeting', name: '第 47 周例会' },
  })
  expectProblem(
    await owner.post(`/api/meetings/${id}/items/${item.id}/task`, { title: 'x', ownerId: null }),
    409,
    'item_has_task',
  )
  await owner.put(`/api/meetings/${id}/closure`)
  expectProblem(await owner.patch(`/api/meetings/${id}`, { minutes: '改' }), 409, 'meeting_closed')
})

test('S0-57 the training log shows who has learned what, and who has not', async () => {
  const { owner } = product()
  const support = await me(await product().operator('support'))
  await owner.post('/api/trainings', {
    topic: '看懂留存',
    skill: 'data',
    heldOn: '2026-11-12',
    minutes: 90,
    attendees: [support],
  })
  const { body } = await owner.get('/api/trainings')
  expect(body.items[0]).toMatchObject({ topic: '看懂留存', attendees: [{ id: support }] })
  const of = (id: string) => body.coverage.find((each: { id: string }) => each.id === id).last
  expect(of(support)).toEqual({ data: '2026-11-12' })
  expect(of(await me(owner))).toEqual({})
})
