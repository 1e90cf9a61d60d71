import { expect, test } from 'vitest'
import type { Ctx } from '#base/context.ts'
import { transact } from '#base/context.ts'
import { identityServer, ownerEmail } from '#test/identity.ts'
import { audit, changes } from './audit.ts'
import { checkpointAudit, trimAudit, verifyAudit } from './verify.ts'

const server = identityServer()
const check = () => verifyAudit(server().ctx(), server().parts.secrets)

/** Changes the table behind the product's back, as somebody with the database's password could. */
async function tamper(sql: string): Promise<void> {
  const { pool } = server().database
  await pool.query(
    'alter table audit_entry disable trigger user; alter table audit_checkpoint disable trigger user',
  )
  try {
    await pool.query(sql)
  } finally {
    await pool.query(
      'alter table audit_entry enable trigger user; alter table audit_checkpoint enable trigger user',
    )
  }
}

async function write(count: number, ctx: Ctx = server().ctx()): Promise<void> {
  for (let i = 0; i < count; i++)
    await audit(ctx, 'test.done', { kind: 'thing', id: String(i) }, { number: i })
}

test('entries are numbered without gaps, also when writers come at once and some give up', async () => {
  const ctx = server().ctx()
  await Promise.all(
    Array.from({ length: 30 }, (_, i) =>
      transact(ctx, async (inner) => {
        await audit(inner, 'test.raced', { kind: 'thing', id: String(i) })
        if (i % 3 === 0) throw new Error('given up')
      }).catch(() => undefined),
    ),
  )
  const rows = await server().database.db.selectFrom('audit_entry').select('id').orderBy('id').execute()
  expect(rows.map((row) => Number(row.id))).toEqual(rows.map((_, i) => i + 1))
  expect(await check()).toMatchObject({ intact: true, entries: rows.length })
})

test('the database refuses to change, remove or empty it', async () => {
  await write(1)
  await checkpointAudit(server().ctx(), server().parts.secrets)
  for (const sql of [
    `update audit_entry set action = 'x'`,
    'delete from audit_entry',
    'truncate audit_entry',
    `update audit_checkpoint set mark = 'x'`,
    'delete from audit_checkpoint',
    'truncate audit_checkpoint',
  ])
    await expect(server().database.pool.query(sql)).rejects.toMatchObject({ code: '42501' })
})

test('G31: of 100 tamperings 100 are found', async () => {
  await write(60)
  await checkpointAudit(server().ctx(), server().parts.secrets)
  await write(10)
  expect(await check()).toMatchObject({ intact: true })
  const { pool } = server().database
  const last = Number((await pool.query('select max(id) as id from audit_entry')).rows[0].id)
  const columns = ['actor', 'actor_name', 'action', 'object_id', 'request_id', 'ip']
  let found = 0
  const attempts = 100
  for (let i = 0; i < attempts; i++) {
    const id = 1 + ((i * 7919) % last)
    const ways = [
      `update audit_entry set ${columns[i % columns.length]} = 'forged' where id = ${id}`,
      `update audit_entry set detail = detail || '{"forged": true}' where id = ${id}`,
      `update audit_entry set at = at + interval '1 second' where id = ${id}`,
      `delete from audit_entry where id = ${id}`,
      `insert into audit_entry select ${last + 1}, at, actor, actor_name, action, object_kind, object_id, detail, ip, request_id, previous_hash, hash from audit_entry where id = ${id}`,
    ]
    await pool.query('create table kept as table audit_entry')
    await tamper(ways[i % ways.length]!)
    if (!(await check()).intact) found++
    await tamper('delete from audit_entry; insert into audit_entry select * from kept; drop table kept')
  }
  expect(found).toBe(attempts)
  expect(await check()).toMatchObject({ intact: true })
})

test('even a whole chain that was written anew does not pass the mark of the secret', async () => {
  const { pool } = server().database
  await write(5)
  await checkpointAudit(server().ctx(), server().parts.secrets)
  await pool.query(
    'create table kept as table audit_entry; create table kept_head as table audit_head; create table kept_marks as table audit_checkpoint',
  )
  // Somebody with the database recomputes every hash after changing history, and the marks as far as they can.
  await tamper(`
    do $$ declare e audit_entry; previous bytea := sha256('juluo'::bytea); begin
      for e in select * from audit_entry order by id loop
        e.actor_name := 'forged'; e.previous_hash := previous; e.hash := audit_digest(e); previous := e.hash;
        update audit_entry set actor_name = e.actor_name, previous_hash = e.previous_hash, hash = e.hash where id = e.id;
        update audit_checkpoint set hash = e.hash where up_to_id = e.id;
      end loop;
      update audit_head set hash = previous;
    end $$`)
  expect((await check()).intact).toBe(false)
  await tamper(`delete from audit_entry; insert into audit_entry select * from kept; drop table kept;
    delete from audit_checkpoint; insert into audit_checkpoint select * from kept_marks; drop table kept_marks;
    update audit_head h set hash = k.hash, last_id = k.last_id from kept_head k; drop table kept_head`)
  expect((await check()).intact).toBe(true)
})

test('old entries go behind a checkpoint and the rest stays whole; newer than 180 days never go', async () => {
  const secrets = server().parts.secrets
  const ctx = server().ctx()
  await tamper('delete from audit_entry; delete from audit_checkpoint')
  await server().database.pool.query(`update audit_head set last_id = 0, hash = sha256('juluo'::bytea)`)
  await write(7, { ...ctx, now: new Date(Date.now() - 200 * 86_400_000) })
  await write(5)
  expect(await trimAudit(ctx, secrets, 180)).toBe(7)
  expect(await check()).toEqual({ intact: true, entries: 5, brokenAt: null })
  await write(2)
  expect(await check()).toEqual({ intact: true, entries: 7, brokenAt: null })
  const later = { ...ctx, now: new Date(Date.now() + 1_000) }
  await expect(trimAudit(later, secrets, 0)).rejects.toMatchObject({ code: '42501' })
  await tamper('delete from audit_entry where id <= 8')
  expect((await check()).intact).toBe(false)
})

test('an operator reads it page by page and asks whether it is whole', async () => {
  const owner = await server().signedIn(ownerEmail)
  await owner.patch('/api/community', { slogan: '一杯好咖啡' })
  const first = await owner.get('/api/audit', { query: { limit: 1 } })
  expect(first.body.items[0]).toMatchObject({
    action: 'community.changed',
    actorName: '林晓',
    object: { kind: 'community', id: '1' },
    detail: { slogan: ['', '一杯好咖啡'] },
  })
  const second = await owner.get('/api/audit', { query: { limit: 1, cursor: first.body.next } })
  expect(second.body.items[0].id).not.toBe(first.body.items[0].id)
  const found = await owner.get('/api/audit', { query: { action: 'community' } })
  expect(found.body.items).toHaveLength(1)
  expect((await owner.get('/api/audit/verification')).body.intact).toBe(false)
})

test('a change keeps only the fields that differ', () => {
  expect(changes<Record<string, unknown>>({ a: 1, b: [1], c: 'x' }, { a: 1, b: [2], c: undefined })).toEqual({
    b: [[1], [2]],
  })
})
