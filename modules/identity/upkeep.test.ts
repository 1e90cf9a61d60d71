import { expect, test } from 'vitest'
import type { JobRun } from '#base/jobs/job.ts'
import { identityServer, ownerEmail } from '#test/identity.ts'
import { audit } from './audit/audit.ts'
import { createEngine } from './engine/engine.ts'
import { identityUpkeep } from './upkeep.ts'

const server = identityServer()
const run = {} as JobRun
const upkeep = () => {
  const { parts } = server()
  return identityUpkeep({ parts, engine: createEngine(parts), options: { permissions: () => [] } }).job
}
const count = async (table: string) =>
  Number((await server().database.pool.query(`select count(*) as n from ${table}`)).rows[0].n)

test('clears what is over, keeps what the law asks for, and leaves the chain whole', async () => {
  const { pool } = server().database
  await server().signedIn(ownerEmail)
  await pool.query(`update session set expires_at = now() - interval '1 minute'`)
  await server().visitor().post('/api/session/magic-link', { email: ownerEmail })
  await pool.query(`update verification set expires_at = now() - interval '1 minute'`)
  await pool.query(`update guess_budget set opened_at = now() - interval '2 days'`)
  const old = (days: number) => new Date(Date.now() - days * 86_400_000)
  for (const days of [200, 100])
    await pool.query(
      `insert into sign_in_record (at, method, outcome, request_id) values ($1, 'password', 'ok', 'old')`,
      [old(days)],
    )
  await audit({ ...server().ctx(), now: old(1) }, 'test.done')
  const entries = await count('audit_entry')
  const result = await upkeep().run(server().ctx(), {}, run)
  expect(result).toMatchObject({ intact: true, entries, trimmed: 0 })
  expect([await count('session'), await count('verification'), await count('guess_budget')]).toEqual([
    0, 0, 0,
  ])
  const { rows } = await pool.query(`select 1 from sign_in_record where request_id = 'old'`)
  expect(rows).toHaveLength(1)
  // A second run finds nothing to do.
  expect(await upkeep().run(server().ctx(), {}, run)).toMatchObject({ intact: true, trimmed: 0 })
})

test('says so loudly, and touches nothing, when the audit log was tampered with', async () => {
  const { pool } = server().database
  await pool.query('alter table audit_entry disable trigger user')
  await pool.query(`update audit_entry set actor_name = 'forged' where id = 1`)
  await pool.query('alter table audit_entry enable trigger user')
  const marks = await count('audit_checkpoint')
  await expect(upkeep().run(server().ctx(), {}, run)).rejects.toThrow(
    /not as it was written, from entry 1 on/,
  )
  expect(await count('audit_checkpoint')).toBe(marks)
})
