import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '#base/access/actor.ts'
import { createAccount } from '#modules/identity/api.ts'
import { testCtx, useDatabase } from '#test/database.ts'
import {
  accessQuestion,
  canChangeQuestion,
  changeQuestion,
  findQuestions,
  mostSaved,
  removeQuestion,
  saveQuestion,
} from './saved.ts'

const database = useDatabase()
const now = new Date('2026-11-19T01:41:58Z')
const ids: Record<string, string> = {}

beforeAll(async () => {
  for (const name of ['林晓', '陈朗', '唐果'])
    ids[name] = await createAccount(testCtx(database(), { kind: 'system', name: 'test' }, now), {
      name,
      email: `${Object.keys(ids).length}@example.com`,
    })
})

const as = (name: string, permissions = ['insight.read', 'insight.edit']) => {
  const actor: Actor = {
    kind: 'account',
    accountId: ids[name]!,
    sessionId: '1',
    name,
    operator: { role: 'operator', permissions: new Set(permissions) },
    suspended: false,
  }
  return testCtx(database(), actor, now)
}
const wanted = { analysis: 'funnel', question: { steps: [1, 2] }, name: '下单漏斗', note: '', shared: false }
const page = { before: undefined, limit: 10 }

test('a question is kept as it was asked, and is its maker’s own until he shares it', async () => {
  const saved = await saveQuestion(as('林晓'), wanted)
  expect(saved).toMatchObject({ ...wanted, createdByName: '林晓' })
  await expect(accessQuestion(as('陈朗'), saved.id)).rejects.toMatchObject({ code: 'question_not_found' })
  expect(await findQuestions(as('陈朗'), {}, page)).toEqual([])

  await changeQuestion(as('林晓'), saved.id, { shared: true })
  expect((await findQuestions(as('陈朗'), { analysis: 'funnel' }, page)).map(({ id }) => id)).toEqual([
    saved.id,
  ])
  expect(await findQuestions(as('陈朗'), { analysis: 'retention' }, page)).toEqual([])
})

test('who may edit figures may change what is shared; who may only read may not', async () => {
  const saved = await saveQuestion(as('林晓'), { ...wanted, name: '留存', shared: true })
  const changed = await changeQuestion(as('陈朗'), saved.id, { name: '新人留存', question: { weeks: 8 } })
  expect(changed).toMatchObject({ name: '新人留存', question: { weeks: 8 }, createdByName: '林晓' })
  expect(canChangeQuestion(as('唐果', ['insight.read']), changed)).toBe(false)
  await expect(changeQuestion(as('唐果', ['insight.read']), saved.id, { name: 'x' })).rejects.toMatchObject({
    code: 'forbidden',
  })
  await expect(changeQuestion(as('陈朗'), saved.id, { shared: false })).rejects.toMatchObject({
    code: 'forbidden',
  })
  await removeQuestion(as('陈朗'), saved.id)
  await expect(accessQuestion(as('林晓'), saved.id)).rejects.toMatchObject({ code: 'question_not_found' })
})

test('pages and finds by a part of the name, without reading it as a pattern', async () => {
  for (const name of ['周报 100%', '周报 1000', '月报'])
    await saveQuestion(as('唐果'), { ...wanted, analysis: 'trend', name })
  const found = await findQuestions(as('唐果'), { analysis: 'trend', q: '100%' }, page)
  expect(found.map(({ name }) => name)).toEqual(['周报 100%'])
  const [first, second, more] = await findQuestions(
    as('唐果'),
    { analysis: 'trend' },
    { before: undefined, limit: 2 },
  )
  expect([first?.name, second?.name]).toEqual(['月报', '周报 1000'])
  expect(more).toBeDefined()
  const rest = await findQuestions(as('唐果'), { analysis: 'trend' }, { before: second!.id, limit: 2 })
  expect(rest.map(({ name }) => name)).toEqual(['周报 100%'])
})

test('how many one may keep is for each person, also for two that come at the same moment', async () => {
  await database().pool.query(
    `insert into saved_question (analysis, question, name, created_at, created_by, changed_at, changed_by)
     select 'trend', '{}', 'n' || n, now(), $1, now(), $1 from generate_series(1, $2::int) as n`,
    [`account:${ids.陈朗}`, mostSaved - 1],
  )
  const both = await Promise.allSettled([
    saveQuestion(as('陈朗'), { ...wanted, name: '最后一个' }),
    saveQuestion(as('陈朗'), { ...wanted, name: '再一个' }),
  ])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  await expect(saveQuestion(as('陈朗'), wanted)).rejects.toMatchObject({ code: 'too_many_questions' })
  // Nobody else has fewer for it.
  expect(await saveQuestion(as('林晓'), wanted)).toMatchObject({ name: wanted.name })
})

test('what somebody keeps to himself is not told by the audit log, what he shares is', async () => {
  const audited = async (id: string) =>
    (
      await database().pool.query<{ action: string; detail: object }>(
        `select action, detail from audit_entry where object_kind = 'question' and object_id = $1 order by id`,
        [id],
      )
    ).rows.map(({ action, detail }) => `${action} ${JSON.stringify(detail)}`)
  const own = { ...wanted, question: { who: '只有我知道' }, name: '私下的', note: '别人别看' }
  const { id } = await saveQuestion(as('唐果'), own)
  await changeQuestion(as('唐果'), id, {
    name: '还是私下的',
    note: '别人别看',
    question: { who: '只有我知道' },
  })
  const secret = await audited(id)
  expect(secret.map((row) => row.split(' ')[0])).toEqual(['question.saved', 'question.changed'])
  expect(secret.join()).not.toMatch(/私下|别看|知道/)
  // The control: what is shared is told, and what it was called before is not.
  await changeQuestion(as('唐果'), id, { name: '给大家看', shared: true })
  expect((await audited(id)).at(-1)).toContain('给大家看')
  expect((await audited(id)).at(-1)).not.toContain('私下')
  await changeQuestion(as('唐果'), id, { shared: false, note: '又收回来' })
  await removeQuestion(as('唐果'), id)
  expect((await audited(id)).slice(-2).join()).not.toMatch(/收回/)
})
