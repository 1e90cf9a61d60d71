import { expect, test } from 'vitest'
import { joinCommunity } from '#modules/members/api.ts'
import { testCtx, useDatabase } from '#test/database.ts'
import { type SeedRequest, seedCommunity } from './load.ts'
import { removeDemo } from './remove.ts'

const database = useDatabase()
const request: SeedRequest = {
  members: 200,
  days: 120,
  seed: 7,
  endsOn: '2026-11-18',
  now: new Date('2026-11-19T01:00:00Z'),
}
const count = async (from: string) =>
  Number((await database().pool.query<{ count: string }>(`select count(*) from ${from}`)).rows[0]!.count)

test('a simulated community is loaded whole, in the months in which it happened, and only once', async () => {
  const loaded = await seedCommunity(database().pool, request)
  expect(loaded).toMatchObject({ fresh: true, members: 200 })
  expect(await count('member where seed_run_id is not null')).toBe(200)
  expect(await count(`event_log where source = 'seed'`)).toBe(loaded.events)
  expect(await count('event_log_default')).toBe(0)
  expect(await count('event_log_202608')).toBeGreaterThan(0)
  // Every event belongs to a member of the run, who had joined by then.
  expect(
    await count(
      `event_log left join member on member.id = event_log.member_id
        where event_log.source = 'seed' and (member.id is null or occurred_at < joined_at)`,
    ),
  ).toBe(0)
  expect(await count('member where last_seen_at < joined_at')).toBe(0)

  // Some told more of themselves, and what they told is of the type of the field.
  expect(await count('member_field')).toBe(4)
  const filled = await count(
    `member_field_value v join member_field f on f.id = v.field_id
      where case f.type when 'day' then v.value #>> '{}' ~ '^(19[7-9]|200)\\d-\\d\\d-\\d\\d$'
                        when 'choice' then f.options @> jsonb_build_array(jsonb_build_object('value', v.value))
                        else jsonb_array_length(v.value) between 1 and 6 end`,
  )
  expect(filled).toBe(await count('member_field_value'))
  expect(filled / 200).toBeGreaterThan(2)
  expect(filled / 200).toBeLessThan(2.8)

  const again = await seedCommunity(database().pool, request)
  expect(again).toEqual({ ...loaded, fresh: false })
  expect(await count('member where seed_run_id is not null')).toBe(200)
})

test('the truth of a run can be read from where it was recorded', async () => {
  const run = await database().db.selectFrom('seed_run').selectAll().executeTakeFirstOrThrow()
  expect(run.truth).toMatchObject({ dropout: { a: 0.8, b: 20 }, tasting: { stoppedDaysAgo: 21 } })
  expect(run.outcome).toMatchObject({ members: 200 })
})

test('L-36: removal takes out what was simulated and nothing else', async () => {
  const real = await joinCommunity(testCtx(database()), { accountId: null, nickname: '阿澈' })
  const gone = await removeDemo(testCtx(database()), [])
  expect(gone.members).toBe(200)
  expect(await count(`audit_entry where action = 'demo.removed'`)).toBe(1)
  expect(await count(`event_log where source = 'seed'`)).toBe(0)
  expect(await count('seed_run')).toBe(0)
  expect(await count('tag')).toBe(0)
  expect(await count('member_field')).toBe(0)
  expect(await count(`member where id = ${real}`)).toBe(1)
  expect(await count(`event_log where name = 'member.joined'`)).toBe(1)
})

test('the log lets nobody delete anything that was not simulated', async () => {
  await expect(
    database().pool.query(`begin; set local juluo.log_rewrite = 'seed'; delete from event_log; commit`),
  ).rejects.toThrow(/append-only/)
  expect(await removeDemo(testCtx(database()), [])).toEqual({ members: 0, events: 0 })
})
