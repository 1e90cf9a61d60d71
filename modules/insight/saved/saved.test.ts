import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '#base/access/actor.ts'
import { createAccount } from '#modules/identity/api.ts'
import { testCtx, useDatabase } from '#test/database.ts'
import {
  accessQuestion,
  canChangeQuestion,
  changeQuestion,
  findQuestions,
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
