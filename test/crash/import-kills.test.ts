/** An import under kill −9: it goes on behind the last batch that was kept, and does nothing twice. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type DurablePostgres, startDurablePostgres, startVictim } from './durable.ts'

const people = 9_000
const header = ['昵称', '手机号', '邮箱', '标签']
const home = mkdtempSync(join(tmpdir(), 'juluo-crash-imports-'))
const list = join(home, 'list.csv')
let postgres: DurablePostgres

beforeAll(async () => {
  postgres = await startDurablePostgres()
  const rows = Array.from({ length: people }, (_, n) =>
    // Every hundredth person is there again some rows later, and every hundredth phone is none.
    [
      `人${n}`,
      n % 100 === 7 ? '123' : String(13_000_000_000 + (n % 100 === 50 ? n - 10 : n)),
      `m${n}@example.com`,
      '崩溃',
    ].join(),
  )
  writeFileSync(list, [header.join(), ...rows].join('\n'))
})
afterAll(async () => {
  await postgres?.close()
  rmSync(home, { recursive: true, force: true })
})

async function count(importId: string) {
  const { rows } = await postgres.connection.pool.query<Record<string, number>>(
    `select (select count(*)::int from member) as members, (select count(distinct hash)::int from member_contact) as contacts,
            (select count(*)::int from member_import_change where import_id = $1) as changes,
            (select count(*)::int from member_import_error where import_id = $1) as errors,
            (select count(*)::int from event_log where name = 'member.imported') as facts,
            (select place::int from member_import where id = $1) as place`,
    [importId],
  )
  return rows[0]!
}

test('T30 an import killed in the middle of batches and between them ends with everybody once', async () => {
  const { pool } = postgres.connection
  const plan = {
    columns: ['nickname', 'phone', 'email', 'tags'],
    existing: 'update',
    tags: [],
    origin: '',
    card: [],
  }
  const { rows } = await pool.query<{ id: string }>(
    `insert into member_import (file_name, format, encoding, separator, header, plan, state, created_at)
     values ('list.csv', 'csv', 'utf-8', ',', $1, $2, 'running', now()) returning id`,
    [header, JSON.stringify(plan)],
  )
  const id = rows[0]!.id
  const env = { DATABASE_URL: postgres.url, IMPORT_ID: id, LIST: list }
  const kill = async (failpoint: string) => {
    const victim = await startVictim('imports-victim.ts', { ...env, JULUO_FAILPOINT: failpoint })
    expect(await victim.ended).toBe('SIGKILL')
    return await count(id)
  }
  // Written but not committed: the batch is gone, the ones before it stay.
  const first = await kill('imports.batch.written:2:kill')
  expect([first.place, first.members]).toEqual([2_001, 1_960])
  // Committed, and killed before anybody knew.
  const second = await kill('imports.batch.kept:1:kill')
  expect(second.place).toBe(4_001)
  const last = await startVictim('imports-victim.ts', env)
  await last.ended
  expect(await count(id)).toEqual({
    members: people * 0.98,
    contacts: people * 0.98 * 2,
    changes: people * 0.98,
    errors: people * 0.02,
    facts: people * 0.98,
    place: people + 1,
  })
  const { rows: tallies } = await pool.query('select outcome from member_import where id = $1', [id])
  expect(tallies[0].outcome).toEqual({
    rows: people,
    created: people * 0.98,
    updated: 0,
    unchanged: 0,
    failed: people * 0.01,
    repeated: people * 0.01,
  })
})
