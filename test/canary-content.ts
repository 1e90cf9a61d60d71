/** Words of posts, comments and drafts that are not for everybody, planted for the test of private fields. */
import type { Client } from './client.ts'

interface Planting {
  readonly owner: Client
  readonly one: Client
  /** Another member of the group who reads nothing here. */
  readonly insider: Client
  readonly member: string
  /** Plants a word for those who hold a permission, and for the member `one` when `his`. */
  readonly word: (what: string, who: { readonly permission?: string; readonly his: boolean }) => string
  readonly known: (parameter: string, value: string) => void
  // biome-ignore lint/suspicious/noExplicitAny: a test reads what it expects and fails when it is not there
  readonly made: (reply: ReturnType<Client['post']>) => Promise<any>
}

/** What is sought in every way of searching, beside the word that only some may find. */
export const sought = '聚光下的内测豆单'

const document = (text: string) => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
})

/**
 * A private group of its own with `one` in it: a post and a comment there, a post that was removed, a
 * draft, a scheduled post, and what was said in a report.
 */
export async function plantContent({
  owner,
  one,
  insider,
  member,
  word,
  known,
  made,
}: Planting): Promise<void> {
  const group = await made(
    owner.post('/api/groups', { name: '内圈', slug: 'inner-circle', kind: 'beta', visibility: 'private' }),
  )
  known('id', group.id)
  known('slug', 'inner-circle')
  const boards = await made(owner.put(`/api/groups/${group.id}/boards`, { boards: [{ name: '只在这里' }] }))
  const boardId: string = boards.items[0].id
  known('id', boardId)
  await made(
    owner.post(`/api/groups/${group.id}/members`, {
      memberIds: [member, (await insider.get('/api/member')).body.id],
    }),
  )
  const post = async (title: string, text: string, more: object = {}): Promise<string> => {
    const { id } = await made(
      one.post('/api/site/posts', { boardId, kind: 'discussion', title, document: document(text), ...more }),
    )
    known('id', id)
    return id
  }
  const inside = { permission: 'content.read', his: true }
  const topic = word('topic of a private group', inside)
  const published = await made(
    one.post('/api/site/posts', {
      boardId,
      kind: 'discussion',
      title: `${sought} ${word('title of a private post', inside)}`,
      document: {
        type: 'doc',
        content: [
          {
            type: 'paragraph',
            content: [
              { type: 'text', text: word('words of a private post', inside) },
              { type: 'hashtag', attrs: { tag: topic } },
            ],
          },
        ],
      },
    }),
  )
  known('id', published.id)
  known('postId', published.id)
  const comment = await made(
    one.post(`/api/site/posts/${published.id}/comments`, {
      document: document(word('comment in a private group', inside)),
    }),
  )
  known('id', comment.id)
  const removed = await post('删掉的', word('words of a removed post', inside))
  await made(
    owner.post('/api/content/posts/bulk', {
      ids: [removed],
      standing: { state: 'removed' },
      reason: '不合适',
    }),
  )
  await post('明天的', word('words of a scheduled post', inside), {
    publishAt: new Date(Date.now() + 86_400_000).toISOString(),
  })
  const draft = await made(
    one.post('/api/member/drafts', {
      boardId,
      kind: 'discussion',
      title: '',
      document: document(word('words of a draft', { his: true })),
    }),
  )
  known('id', draft.id)
  await made(
    insider.post('/api/site/reports', {
      postId: published.id,
      reason: 'other',
      note: word('note of a report', { permission: 'content.moderate', his: false }),
    }),
  )
}
