import { expect, test } from 'vitest'
import { z } from 'zod'
import { testCtx, useDatabase } from '#test/database.ts'
import type { LoggedEvent } from '../facts/consumer.ts'
import { announce, defineFact } from '../facts/fact.ts'
import type { Live } from '../parts.ts'
import { touchesConsumer } from './touches.ts'

const database = useDatabase()

const tableTaken = defineFact({
  name: 'table.taken',
  payload: z.object({ table: z.string() }),
  label: { zh: '有人入座', en: 'A table was taken' },
  touches: ({ payload, about }) => [
    ['tables', payload.table],
    ['member', about.memberId ?? ''],
  ],
})
const silent = defineFact({
  name: 'door.opened',
  payload: z.object({}),
  label: { zh: '开门', en: 'The door was opened' },
})

const rowsOfLog = async (): Promise<LoggedEvent[]> =>
  (await database().db.selectFrom('event_log').selectAll().orderBy('seq').execute()).map((row) => ({
    ...(row as unknown as LoggedEvent),
    memberId: row.member_id,
  }))

test('what a batch of facts touches is told once, in one message; facts without keys and unknown ones tell nothing', async () => {
  const ctx = testCtx(database())
  await announce(ctx, tableTaken, { table: '7' }, { memberId: '12' })
  await announce(ctx, tableTaken, { table: '7' }, { memberId: '13' })
  await announce(ctx, silent, {})
  const told: unknown[] = []
  const live: Live = { publish: async (_, keys) => void told.push(keys), subscribe: () => () => undefined }
  const events = [...(await rowsOfLog()), { ...(await rowsOfLog())[0]!, name: 'table.of_tomorrow' }]
  await touchesConsumer([tableTaken, silent], live).take(ctx, events)
  expect(told).toEqual([
    [
      ['tables', '7'],
      ['member', '12'],
      ['member', '13'],
    ],
  ])
  await touchesConsumer([silent], live).take(ctx, events)
  expect(told).toHaveLength(1)
})
