/** How changes of posts, columns, templates, boards and topics are exercised by the test of the audit log. */
import type { Reply } from './client.ts'
import { documentOf, openRoom, type Room, write } from './coffee-room.ts'
import type { TestProduct } from './product.ts'

const rooms = new WeakMap<TestProduct, Promise<Room>>()
const roomOf = async (at: TestProduct): Promise<Room> => {
  const opened = rooms.get(at) ?? openRoom(at, 1)
  rooms.set(at, opened)
  return await opened
}
const post = async (at: TestProduct): Promise<string> => {
  const room = await roomOf(at)
  return await write(room.host, room.chat, '今天的豆子')
}
let made = 0
const column = async (at: TestProduct): Promise<Reply> =>
  await at.owner.post('/api/content/columns', {
    slug: `notes-${++made}`,
    name: '手记',
    ownerId: (await roomOf(at)).host.memberId,
  })
const template = { kind: 'question', name: '提问模板', document: documentOf('器具、豆子、参数') }
const addTemplate = async ({ owner }: TestProduct): Promise<string> =>
  (await owner.post('/api/content/templates', template)).body.id
const topic = async (at: TestProduct): Promise<string> => {
  const room = await roomOf(at)
  const name = `话题${++made}`
  await write(room.host, room.chat, `聊聊 #${name}`)
  return (await at.owner.get('/api/content/topics', { query: { q: name } })).body.items[0].id
}

export const auditedContentPosts: Record<string, (at: TestProduct) => Promise<Reply>> = {
  'PATCH /api/content/posts/{id}/standing': async (at) =>
    at.owner.patch(`/api/content/posts/${await post(at)}/standing`, { pinned: 'board' }),
  'PUT /api/content/posts/{id}/board': async (at) =>
    at.owner.put(`/api/content/posts/${await post(at)}/board`, { boardId: (await roomOf(at)).questions }),
  'PUT /api/content/posts/{id}/merged-into': async (at) =>
    at.owner.put(`/api/content/posts/${await post(at)}/merged-into`, { postId: await post(at) }),
  'POST /api/content/posts/{id}/splits': async (at) => {
    const id = await post(at)
    const { rows } = await at.database.pool.query<{ id: string }>(
      `insert into comment (post_id, author_id, state, document, html, plain, created_at)
       values ($1, $2, 'published', $3, '', '另一题', now()) returning id`,
      [id, (await roomOf(at)).host.memberId, JSON.stringify(documentOf('另一题'))],
    )
    return await at.owner.post(`/api/content/posts/${id}/splits`, {
      commentIds: [rows[0]!.id],
      title: '另一题',
    })
  },
  'POST /api/content/posts/bulk': async (at) =>
    at.owner.post('/api/content/posts/bulk', { ids: [await post(at)], standing: { featured: true } }),
  'POST /api/content/columns': column,
  'PATCH /api/content/columns/{id}': async (at) =>
    at.owner.patch(`/api/content/columns/${(await column(at)).body.id}`, { archived: true }),
  'POST /api/content/templates': ({ owner }) => owner.post('/api/content/templates', template),
  'PUT /api/content/templates/{id}': async (at) =>
    at.owner.put(`/api/content/templates/${await addTemplate(at)}`, { ...template, name: '改过的模板' }),
  'DELETE /api/content/templates/{id}': async (at) =>
    at.owner.delete(`/api/content/templates/${await addTemplate(at)}`),
  'PUT /api/content/boards/{id}': async (at) =>
    at.owner.put(`/api/content/boards/${(await roomOf(at)).questions}`, {
      kinds: ['question'],
      answerMinutes: 120,
    }),
  'PUT /api/content/settings': ({ owner }) =>
    owner.put('/api/content/settings', { columnTrust: 3, keepAnswered: false }),
  'PATCH /api/content/topics/{id}': async (at) =>
    at.owner.patch(`/api/content/topics/${await topic(at)}`, { summary: '一起聊' }),
  'PUT /api/content/topics/{id}/merged-into': async (at) =>
    at.owner.put(`/api/content/topics/${await topic(at)}/merged-into`, { topicId: await topic(at) }),
}
