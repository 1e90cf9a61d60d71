/** What operators change about care, greeting days, personas and interviews: each leaves an entry of the audit log. */
import type { Reply } from './client.ts'
import type { TestProduct } from './product.ts'

type Exercise = (at: TestProduct) => Promise<Reply>

const someone = async (at: TestProduct): Promise<string> =>
  (await (await at.member(`关怀 ${performance.now()}`)).get('/api/member')).body.id

/** Takes a new member into care. Answers with the ids of both. */
async function cared(at: TestProduct): Promise<{ care: string; member: string }> {
  const member = await someone(at)
  await at.owner.post('/api/care', { memberIds: [member], program: 'koc' })
  const { body } = await at.owner.get(`/api/members/${member}/care`)
  return { care: body.care[0].id, member }
}

const everybody = { version: 1, who: { kind: 'all', of: [] } }
const persona = () => ({ name: `画像 ${performance.now()}`, definition: everybody })
const personaId = async ({ owner }: TestProduct): Promise<string> =>
  (await owner.post('/api/personas', persona())).body.id

const study = { title: '为什么不发帖', definition: everybody }
const studyId = async ({ owner }: TestProduct): Promise<string> =>
  (await owner.post('/api/studies', study)).body.id

async function sampled(at: TestProduct): Promise<{ study: string; interview: string }> {
  const id = await studyId(at)
  await at.owner.post(`/api/studies/${id}/interviews`, { memberIds: [await someone(at)] })
  const { body } = await at.owner.get(`/api/studies/${id}/interviews`)
  return { study: id, interview: body.items[0].id }
}

const painOf = async ({ owner }: TestProduct, id: string): Promise<string> =>
  (await owner.post(`/api/studies/${id}/pain-points`, { title: '怕没人理' })).body.id

async function mentioned(at: TestProduct): Promise<string> {
  const { study: id, interview } = await sampled(at)
  const address = `/api/pain-points/${await painOf(at, id)}/mentions/${interview}`
  await at.owner.put(address, { quote: '没人回' })
  return address
}

export const auditedResearch: Record<string, Exercise> = {
  'POST /api/care': async (at) =>
    at.owner.post('/api/care', { memberIds: [await someone(at)], program: 'vip' }),
  'PATCH /api/care/{id}': async (at) =>
    at.owner.patch(`/api/care/${(await cared(at)).care}`, { stage: 'supported', why: '给了样豆' }),
  'DELETE /api/care/{id}': async (at) => at.owner.delete(`/api/care/${(await cared(at)).care}`),
  'POST /api/members/{id}/visits': async (at) => {
    const { care, member } = await cared(at)
    return await at.owner.post(`/api/members/${member}/visits`, {
      careId: care,
      way: 'phone',
      summary: '近况',
    })
  },
  'POST /api/occasions': ({ owner }) => owner.post('/api/occasions', { name: '店庆', rule: '2026-12-01' }),
  'DELETE /api/occasions/{id}': async ({ owner }) => {
    const { body } = await owner.post('/api/occasions', { name: '旧日子', rule: '2026-12-01' })
    return await owner.delete(`/api/occasions/${body.id}`)
  },
  'PUT /api/occasions/kept/{key}': ({ owner }) => owner.put('/api/occasions/kept/christmas', { kept: false }),
  'POST /api/personas': ({ owner }) => owner.post('/api/personas', persona()),
  'PATCH /api/personas/{id}': async (at) =>
    at.owner.patch(`/api/personas/${await personaId(at)}`, { tagline: '周末手冲' }),
  'DELETE /api/personas/{id}': async (at) => at.owner.delete(`/api/personas/${await personaId(at)}`),
  'POST /api/studies': ({ owner }) => owner.post('/api/studies', study),
  'PATCH /api/studies/{id}': async (at) =>
    at.owner.patch(`/api/studies/${await studyId(at)}`, { target: 12 }),
  'DELETE /api/studies/{id}': async (at) => at.owner.delete(`/api/studies/${await studyId(at)}`),
  'POST /api/studies/{id}/sample': async (at) => {
    const { study: id } = await sampled(at)
    await at.owner.patch(`/api/studies/${id}`, { target: 1 })
    return await at.owner.post(`/api/studies/${id}/sample`, {})
  },
  'POST /api/studies/{id}/interviews': async (at) =>
    at.owner.post(`/api/studies/${await studyId(at)}/interviews`, { memberIds: [await someone(at)] }),
  'PATCH /api/interviews/{id}': async (at) =>
    at.owner.patch(`/api/interviews/${(await sampled(at)).interview}`, { state: 'invited' }),
  'DELETE /api/interviews/{id}': async (at) =>
    at.owner.delete(`/api/interviews/${(await sampled(at)).interview}`),
  'POST /api/studies/{id}/pain-points': async (at) =>
    at.owner.post(`/api/studies/${await studyId(at)}/pain-points`, { title: '不知道发什么' }),
  'PATCH /api/pain-points/{id}': async (at) =>
    at.owner.patch(`/api/pain-points/${await painOf(at, await studyId(at))}`, { decision: 'test' }),
  'DELETE /api/pain-points/{id}': async (at) =>
    at.owner.delete(`/api/pain-points/${await painOf(at, await studyId(at))}`),
  'PUT /api/pain-points/{id}/mentions/{interviewId}': async (at) => {
    const { study: id, interview } = await sampled(at)
    return await at.owner.put(`/api/pain-points/${await painOf(at, id)}/mentions/${interview}`, {
      quote: '怕',
    })
  },
  'DELETE /api/pain-points/{id}/mentions/{interviewId}': async (at) => at.owner.delete(await mentioned(at)),
}
