/** How bringing communities in and out is exercised by the test of the audit log. */
import type { Reply } from './client.ts'
import { openRoom, type Room } from './coffee-room.ts'
import type { TestProduct } from './product.ts'

type Exercise = (at: TestProduct) => Promise<Reply>

const rooms = new WeakMap<TestProduct, Promise<Room>>()
const roomOf = (at: TestProduct): Promise<Room> => {
  const open = rooms.get(at) ?? openRoom(at, 0)
  rooms.set(at, open)
  return open
}

const begin: Exercise = async (at) =>
  await at.owner.post('/api/content/imports', {
    site: 'old-forum',
    format: 'generic',
    boardId: (await roomOf(at)).chat,
  })
const upload = async (at: TestProduct, id: string): Promise<Reply> =>
  await at.owner.post(`/api/content/imports/${id}/files?name=all.jsonl`, undefined, {
    raw: '{"type":"user","id":"1","name":"老王"}\n',
    headers: { 'content-type': 'application/octet-stream' },
  })

async function filled(at: TestProduct): Promise<string> {
  const id = String((await begin(at)).body.id)
  const sent = await upload(at, id)
  if (sent.status !== 201) throw new Error(sent.text)
  return id
}

export const auditedExchange: Record<string, Exercise> = {
  'POST /api/content/imports': begin,
  'POST /api/content/imports/{id}/files': async (at) => await upload(at, String((await begin(at)).body.id)),
  'POST /api/content/imports/{id}/check': async (at) =>
    at.owner.post(`/api/content/imports/${await filled(at)}/check`),
  'POST /api/content/imports/{id}/run': async (at) =>
    at.owner.post(`/api/content/imports/${await filled(at)}/run`),
  'POST /api/content/imports/{id}/stop': async (at) => {
    const id = await filled(at)
    await at.owner.post(`/api/content/imports/${id}/run`)
    return await at.owner.post(`/api/content/imports/${id}/stop`)
  },
  'POST /api/content/exports': ({ owner }) => owner.post('/api/content/exports'),
}
