/** Telling many members under kill −9: it goes on behind the last piece, and nobody is told twice. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type DurablePostgres, startDurablePostgres, startVictim } from './durable.ts'

const people = 2_300
let postgres: DurablePostgres

beforeAll(async () => {
  postgres = await startDurablePostgres()
  const { pool } = postgres.connection
  await pool.query(
    `insert into community (id, name, founded_at) values (1, '山丘咖啡', now()) on conflict do nothing`,
  )
  await pool.query(
    `with people as (insert into account (name, email, email_verified)
       select '人' || n, 'm' || n || '@example.com', true from generate_series(1, $1) n returning id, name)
     insert into member (token, account_id, nickname, joined_at) select 'm-' || id, id, name, now() from people`,
    [people],
  )
  // A browser each, so that every notice asks for a push as well.
  await pool.query(
    `insert into push_subscription (member_id, endpoint_hash, sealed, service, created_at)
     select id, 'hash-' || id, 'sealed', 'push.example.com', now() from member`,
  )
})
afterAll(() => postgres?.close())

const count = async () =>
  (
    await postgres.connection.pool.query<Record<string, number>>(
      `select (select count(*)::int from notice) as notices, (select coalesce(sum(count), 0)::int from notice) as counted,
              (select count(*)::int from push_delivery) as pushes,
              (select coalesce(sum(told), 0)::int from notice_fanout) as told`,
    )
  ).rows[0]!

test('T35 two events told to thousands, killed within pieces and between them, count once for everybody', async () => {
  const { pool } = postgres.connection
  const { rows } = await pool.query<{ place: string }>(
    `insert into event_log (name, source, occurred_at) select 'kettle.boiled', 'fact', now() from generate_series(1, 2)
     returning tx::text || ':' || seq::text as place`,
  )
  const env = { DATABASE_URL: postgres.url, EVENTS: rows.map((row) => row.place).join() }
  const kill = async (failpoint: string) => {
    const victim = await startVictim('notices-victim.ts', { ...env, JULUO_FAILPOINT: failpoint })
    expect(await victim.ended).toBe('SIGKILL')
    return await count()
  }
  // Written but not committed: the third piece is gone, the two before it stay.
  expect(await kill('engage.piece.written:3:kill')).toEqual({
    notices: 1_000,
    counted: 1_000,
    pushes: 1_000,
    told: 1_000,
  })
  // In the second event, whose notices are the same bundles.
  const second = await kill('engage.piece.told:5:kill')
  expect(second.notices).toBe(people)
  expect(second.counted).toBe(second.told)
  const last = await startVictim('notices-victim.ts', env)
  await last.ended
  expect(await count()).toEqual({
    notices: people,
    counted: people * 2,
    pushes: people,
    told: people * 2,
  })
})
