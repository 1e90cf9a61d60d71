/** One run at a time works on an import: who was stopped, and followed by another, writes nothing any more. */
import { expect, test } from 'vitest'
import { getImport } from '#base/imports/import.ts'
import type { ListRow } from '#base/imports/read-file.ts'
import { batchRows, walkImport } from '#base/imports/walk.ts'
import { deriveSecrets } from '#base/secrets.ts'
import { testCtx, useDatabase } from '#test/database.ts'
import { openVault } from '../vault.ts'
import { peopleLists } from './importing.ts'

const database = useDatabase()
const kind = peopleLists(openVault(deriveSecrets('w'.repeat(43))))

async function aList(jobId: string) {
  const { id } = await database()
    .db.insertInto('member_import')
    .values({
      file_name: '老客.csv',
      format: 'csv',
      encoding: 'utf-8',
      separator: ',',
      header: ['昵称', '手机'],
      plan: JSON.stringify({
        columns: ['nickname', 'phone'],
        existing: 'update',
        tags: [],
        origin: '',
        card: [],
      }),
      state: 'running',
      job_id: jobId,
      created_at: testCtx(database()).now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

const names = async () =>
  (await database().pool.query<{ nickname: string }>('select nickname from member order by id')).rows.map(
    (row) => row.nickname,
  )

/** The heading, people, and something that happens before the last of them is read. */
async function* rows(
  first: number,
  count: number,
  meanwhile: () => Promise<unknown>,
): AsyncGenerator<ListRow> {
  yield { row: 1, cells: ['昵称', '手机'] }
  for (let row = 2; row <= count + 1; row++) {
    if (row === count + 1) await meanwhile()
    yield { row, cells: [`人${first + row}`, `139${String(first + row).padStart(8, '0')}`] }
  }
}
const walk = async (id: string, list: AsyncIterable<ListRow>) =>
  await walkImport(testCtx(database()), kind, await getImport(testCtx(database()), kind, id), list, {
    mode: 'run',
    signal: new AbortController().signal,
    progress: async () => undefined,
  })
const set = (id: string, change: { job_id?: string; place?: string }) =>
  database().db.updateTable('member_import').set(change).where('id', '=', id).execute()

test('T30 stopped and continued by another run, the first one stops, though the import is running', async () => {
  const id = await aList('first')
  const { stopped } = await walk(
    id,
    rows(0, 3, () => set(id, { job_id: 'second' })),
  )
  expect([stopped, await names()]).toEqual([true, []])
  expect(
    (
      await walk(
        id,
        rows(0, 3, async () => undefined),
      )
    ).stopped,
  ).toBe(false)
  expect(await names()).toHaveLength(3)
})

test('T30 a run that another attempt of it has overtaken stops, and many batches of one run go through', async () => {
  const id = await aList('once')
  const before = (await names()).length
  const { stopped } = await walk(
    id,
    rows(1_000, 3, () => set(id, { place: '3' })),
  )
  expect([stopped, await names()]).toEqual([true, expect.objectContaining({ length: before })])
  await set(id, { place: '0' })
  const whole = await walk(
    id,
    rows(1_000, batchRows + 5, async () => undefined),
  )
  expect([whole.stopped, whole.tally.created]).toEqual([false, batchRows + 5])
})
