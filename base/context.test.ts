import { expect, test } from 'vitest'
import { testCtx, useDatabase } from '#test/database.ts'
import { afterCommit, inTransaction, transact } from './context.ts'

const database = useDatabase()

const recorder = () => {
  const calls: string[] = []
  return { calls, say: (what: string) => () => void calls.push(what) }
}

test('what waits for the commit is called after it, once, also when verbs call verbs', async () => {
  const { calls, say } = recorder()
  await transact(testCtx(database()), async (outer) => {
    afterCommit(outer, say('outer'))
    await transact(outer, async (inner) => afterCommit(inner, say('inner')))
    expect(calls).toEqual([])
  })
  expect(calls).toEqual(['outer', 'inner'])
})

test('what was undone calls nothing; without a transaction the call comes at once', async () => {
  const { calls, say } = recorder()
  await transact(testCtx(database()), async (ctx) => {
    afterCommit(ctx, say('undone'))
    throw new Error('no')
  }).catch(() => undefined)
  expect(calls).toEqual([])
  afterCommit(testCtx(database()), say('at once'))
  expect(calls).toEqual(['at once'])
})

test('a transaction that was opened before there was a context keeps the promise too', async () => {
  const { calls, say } = recorder()
  await inTransaction(database().db, (tx) =>
    transact({ ...testCtx(database()), db: tx }, async (ctx) => afterCommit(ctx, say('keyed'))),
  )
  expect(calls).toEqual(['keyed'])
})
