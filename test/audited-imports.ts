/** How imports and merges are exercised by the test of the audit log. */
import type { Reply } from './client.ts'
import type { TestProduct } from './product.ts'

type Exercise = (at: TestProduct) => Promise<Reply>

const upload: Exercise = ({ owner }) =>
  owner.post('/api/imports?name=list.csv', undefined, {
    raw: '昵称,手机号\r\n小满,13812340001',
    headers: { 'content-type': 'application/octet-stream' },
  })

/** A list, as far on as `state` says; the worker that would bring it there does not run here. */
async function list(at: TestProduct, state?: 'checked' | 'checking' | 'done'): Promise<string> {
  const { id, plan } = (await upload(at)).body
  if (state)
    await at.database.pool.query(
      `update member_import set state = $2, plan = $3, place = $4, job_id = null where id = $1`,
      [id, state, JSON.stringify(plan), state === 'done' ? 2 : 0],
    )
  return String(id)
}

let people = 0
const somebody = async ({ database }: TestProduct): Promise<string> => {
  const { rows } = await database.pool.query<{ id: string }>(
    `insert into member (token, nickname, joined_at) values ($1, '重名', now()) returning id`,
    [`audited-${people++}`],
  )
  return rows[0]!.id
}

const keyed = () => ({ headers: { 'idempotency-key': crypto.randomUUID() } })

const merge: Exercise = async (at) =>
  at.owner.post('/api/merges', { doubleId: await somebody(at), intoId: await somebody(at) }, keyed())

export const auditedImports: Record<string, Exercise> = {
  'POST /api/imports': upload,
  'POST /api/imports/{id}/check': async (at) => {
    const { id, plan } = (await upload(at)).body
    return await at.owner.post(`/api/imports/${id}/check`, plan)
  },
  'POST /api/imports/{id}/run': async (at) =>
    at.owner.post(`/api/imports/${await list(at, 'checked')}/run`, undefined, keyed()),
  'POST /api/imports/{id}/stop': async (at) =>
    at.owner.post(`/api/imports/${await list(at, 'checking')}/stop`),
  'POST /api/imports/{id}/undo': async (at) => at.owner.post(`/api/imports/${await list(at, 'done')}/undo`),
  'DELETE /api/imports/{id}': async (at) => at.owner.delete(`/api/imports/${await list(at)}`),
  'POST /api/doubles/search': ({ owner }) => owner.post('/api/doubles/search'),
  'PUT /api/doubles/{id}/apart': async (at) => {
    const { rows } = await at.database.pool.query<{ id: string }>(
      `insert into member_double (low_id, high_id, reason, found_at) values ($1, $2, 'name', now()) returning id`,
      [await somebody(at), await somebody(at)],
    )
    return await at.owner.put(`/api/doubles/${rows[0]!.id}/apart`)
  },
  'POST /api/merges': merge,
  'POST /api/merges/{id}/undo': async (at) => at.owner.post(`/api/merges/${(await merge(at)).body.id}/undo`),
}
