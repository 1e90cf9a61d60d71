/** A merge lets whoever owns an account read the whole of the other profile: who may not see that, may not merge. */
import { expect, test } from 'vitest'
import { expectProblem } from '#test/client.ts'
import { testCtx } from '#test/database.ts'
import { useProduct } from '#test/product.ts'
import { findMemberIdOfAccount } from '../people/members.sql.ts'
import { joinCommunity } from '../people/members.ts'

const product = useProduct()
const ctx = () => testCtx(product().database, { kind: 'system', name: 'test' }, new Date())
const someone = (nickname: string, accountId: string | null = null) =>
  joinCommunity(ctx(), { accountId, nickname })
const merge = async (by: 'support' | 'owner', doubleId: string, intoId: string) => {
  const client = by === 'owner' ? product().owner : await product().operator(by)
  return await client.post(
    '/api/merges',
    { doubleId, intoId, reason: 'hand' },
    { headers: { 'idempotency-key': crypto.randomUUID() } },
  )
}
const untouched = async (...ids: string[]) => {
  const { rows } = await product().database.pool.query(
    `select id from member where id = any($1) and (merged_into is not null
        or exists (select from member_merge where double_id = member.id or into_id = member.id))`,
    [ids],
  )
  expect(rows).toEqual([])
}
const accountOf = async (email: string) => {
  const { rows } = await product().database.pool.query<{ id: string }>(
    'select id from account where email = $1',
    [email],
  )
  return rows[0]!.id
}
async function seal(memberId: string) {
  const { pool } = product().database
  const { rows } = await pool.query<{ id: string }>(
    `insert into member_field (key, label, type, sensitive, purpose, created_at, created_by)
     values ('illness', '过敏', 'text', true, '配餐', now(), 'system:test') returning id`,
  )
  await pool.query(
    `insert into member_field_value (member_id, field_id, sealed, source, set_by, set_at)
     values ($1, $2, 'sealed', 'member', 'system:test', now())`,
    [memberId, rows[0]!.id],
  )
}

test('L-10 nobody merges a profile of his own, or of a colleague, in either direction, also behind a double', async () => {
  await product().operator('support')
  const own = await someone('客服自己', await accountOf('support@example.com'))
  const chief = await someone('林晓', await accountOf('linxiao@example.com'))
  const victim = await someone('受害者')
  expectProblem(await merge('support', own, victim), 403, 'merge_of_team')
  expectProblem(await merge('support', victim, own), 403, 'merge_of_team')
  expectProblem(await merge('support', chief, victim), 403, 'merge_of_team')
  expectProblem(await merge('owner', chief, victim), 403, 'merge_of_team')
  await untouched(own, chief, victim)
  const rest = await someone('他的另一份')
  await product().database.pool.query('update member set merged_into = $1 where id = $2', [rest, own])
  expect(await findMemberIdOfAccount(product().database.db, await accountOf('support@example.com'))).toBe(
    rest,
  )
  expectProblem(await merge('support', victim, rest), 403, 'merge_of_team')
})

test('L-10 an account comes to sealed values of another profile only by somebody who may see them', async () => {
  const person = await product().member('同谋')
  const accomplice = (await person.get('/api/member')).body.id
  const [victim, plain] = [await someone('林小满'), await someone('空白')]
  await seal(victim)
  expectProblem(await merge('support', accomplice, victim), 403, 'merge_sealed')
  expectProblem(await merge('support', victim, accomplice), 403, 'merge_sealed')
  await untouched(accomplice, victim)
  // Where no account comes to read it, or nothing is sealed, support goes on as before.
  expect((await merge('support', plain, victim)).status).toBe(201)
  expect((await merge('support', await someone('空白二'), accomplice)).status).toBe(201)
  expect((await merge('owner', victim, accomplice)).status).toBe(201)
})
