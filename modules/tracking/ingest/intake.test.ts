import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { useDatabase } from '#test/database.ts'
import type { TrackedEvent } from './event.ts'
import { openIntake } from './intake.ts'

const database = useDatabase()

const event = (over: Partial<TrackedEvent> = {}): TrackedEvent => ({
  id: randomUUID(),
  name: 'page_view',
  occurredAt: Date.parse('2026-11-19T01:41:58Z'),
  actor: 'trackKey:1',
  memberId: null,
  groupId: null,
  anonymousId: null,
  sessionId: null,
  objectKind: null,
  objectId: null,
  value: null,
  bot: false,
  staff: false,
  test: false,
  props: '{}',
  context: '{}',
  ...over,
})
const stored = async (name: string) =>
  (
    await database()
      .db.selectFrom('event_log')
      .selectAll()
      .where('name', '=', name)
      .orderBy('occurred_at')
      .execute()
  ).map((row) => row)

describe('the intake', () => {
  test('stores an event once, however often and however parallel it comes', async () => {
    const intake = openIntake({ pool: database().pool })
    const events = Array.from({ length: 50 }, () => event({ name: 'repeated' }))
    // The same fifty from eight senders at once, in different orders, then once more.
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, at) =>
        intake.add([...events.slice(at), ...events.slice(0, at)].map((each) => ({ ...each }))),
      ),
    )
    const fresh = answers.reduce((sum, answer) => sum + 50 - answer!.duplicates.length, 0)
    expect(fresh).toBe(50)
    expect((await intake.add(events))!.duplicates).toHaveLength(50)
    expect(await stored('repeated')).toHaveLength(50)
  })

  test('takes the new ones of a batch that was partly taken before, and says which were old', async () => {
    const intake = openIntake({ pool: database().pool })
    const [old, fresh] = [event({ name: 'mixed' }), event({ name: 'mixed' })]
    await intake.add([old])
    expect((await intake.add([fresh, old]))!.duplicates).toEqual([1])
    expect(await stored('mixed')).toHaveLength(2)
  })

  test('recognises a repeat inside one batch', async () => {
    const intake = openIntake({ pool: database().pool })
    const one = event({ name: 'twice' })
    expect((await intake.add([one, { ...one }]))!.duplicates).toEqual([1])
    expect(await stored('twice')).toHaveLength(1)
  })

  test('G22: says no when too much waits, instead of promising what it could not keep', async () => {
    const intake = openIntake({ pool: database().pool, capacity: 10 })
    const first = intake.add(Array.from({ length: 8 }, () => event({ name: 'full' })))
    expect(intake.add(Array.from({ length: 3 }, () => event({ name: 'full' })))).toBeUndefined()
    await first
    await intake.drained()
    expect(intake.waiting).toBe(0)
    await intake.add(Array.from({ length: 3 }, () => event({ name: 'full' })))
    expect(await stored('full')).toHaveLength(11)
  })

  test('lets a batch whose data PostgreSQL refuses fail alone', async () => {
    const intake = openIntake({ pool: database().pool, commits: 1 })
    const results = await Promise.allSettled([
      intake.add([event({ name: 'healthy' })]),
      intake.add([event({ name: 'poison', props: '{"a":"\\u0000"}' })]),
      intake.add([event({ name: 'healthy' })]),
    ])
    expect(results.map((result) => result.status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(await stored('healthy')).toHaveLength(2)
    expect(await stored('poison')).toHaveLength(0)
  })

  test('begins a session after thirty quiet minutes for senders that keep none', async () => {
    const intake = openIntake({ pool: database().pool })
    const at = (minutes: number) => Date.parse('2026-11-19T01:00:00Z') + minutes * 60_000
    const visit = (minutes: number) =>
      event({ name: 'visiting', anonymousId: 'browser-1', occurredAt: at(minutes) })
    await intake.add([visit(0), visit(20)])
    await intake.add([visit(45), visit(80)])
    const sessions = (await stored('visiting')).map((row) => row.session_id)
    expect(sessions[0]).toBeTruthy()
    expect(sessions[1]).toBe(sessions[0])
    expect(sessions[2]).toBe(sessions[0])
    expect(sessions[3]).not.toBe(sessions[0])
  })

  test('gives no session to events that point at nobody', async () => {
    const intake = openIntake({ pool: database().pool })
    await intake.add([event({ name: 'nobody' })])
    expect((await stored('nobody'))[0]!.session_id).toBeNull()
  })
})
