/** How what the team does to talk is exercised by the test of the audit log. */
import type { Reply } from './client.ts'
import { documentOf, openRoom, type Room, write } from './coffee-room.ts'
import type { TestProduct } from './product.ts'

const rooms = new WeakMap<TestProduct, Promise<Room>>()
const roomOf = (at: TestProduct): Promise<Room> => {
  const open = rooms.get(at) ?? openRoom(at, 2)
  rooms.set(at, open)
  return open
}

/** A question of one member and the answer of another one. */
async function answered(at: TestProduct): Promise<{ room: Room; post: string; comment: string }> {
  const room = await roomOf(at)
  const [asks, answers] = room.members
  const post = await write(asks!, room.questions, '水温多少合适？', { kind: 'question', title: '水温' })
  const said = await answers!.client.post(`/api/site/posts/${post}/comments`, {
    document: documentOf('九十二度'),
  })
  return { room, post, comment: said.body.id }
}

export const auditedTalk: Record<string, (at: TestProduct) => Promise<Reply>> = {
  'PUT /api/content/comments/{id}/state': async (at) => {
    const { comment } = await answered(at)
    return await at.owner.put(`/api/content/comments/${comment}/state`, { state: 'hidden', reason: '先看看' })
  },
  'PUT /api/content/posts/{id}/accepted': async (at) => {
    const { post, comment } = await answered(at)
    return await at.owner.put(`/api/content/posts/${post}/accepted`, { commentId: comment })
  },
  'POST /api/content/reports/decisions': async (at) => {
    const { room, post } = await answered(at)
    await room.members[1]!.client.post('/api/site/reports', { postId: post, reason: 'spam' })
    return await at.owner.post('/api/content/reports/decisions', { postId: post, upheld: false })
  },
  'PUT /api/content/report-settings': ({ owner }) =>
    owner.put('/api/content/report-settings', { hideReports: 5 }),
  'PUT /api/content/posts/{id}/experts/{memberId}': async (at) => {
    const { room, post } = await answered(at)
    return await at.owner.put(`/api/content/posts/${post}/experts/${room.host.memberId}`)
  },
}
