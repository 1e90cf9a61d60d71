/** A group with two boards and people in it, to write in. */
import { type Audience, openAudience } from '#modules/audience/api.ts'
import type { Client } from './client.ts'
import type { TestProduct } from './product.ts'

export interface Person {
  readonly client: Client
  readonly memberId: string
  readonly token: string
}

export interface Room {
  readonly groupId: string
  readonly slug: string
  /** 闲聊 and 问答: members write and read. */
  readonly chat: string
  readonly questions: string
  /** Looks after the group; not of the team. */
  readonly host: Person
  readonly members: readonly Person[]
}

const anyone = [{ who: 'anyone' }]
const insiders = [{ who: 'members' }]

let rooms = 0

/** Opens a room with a host and so many members, each with an account; strangers may look when `open`. */
export async function openRoom(at: TestProduct, count = 2, { open = true } = {}): Promise<Room> {
  const { owner } = at
  const name = `手冲研究所 ${++rooms}`
  const group = (await owner.post('/api/groups', { name, kind: 'interest', slug: `coffee-room-${rooms}` }))
    .body
  const permissions = { see: open ? anyone : insiders, post: insiders, reply: insiders, react: insiders }
  const boards = await owner.put(`/api/groups/${group.id}/boards`, {
    boards: [
      { name: '闲聊', permissions },
      { name: '问答', permissions },
    ],
  })
  const people: Person[] = []
  for (let each = 0; each <= count; each++) {
    const client = await at.member(`${name} 的人 ${each}`)
    const me = (await client.get('/api/member')).body
    people.push({ client, memberId: me.id, token: me.token })
  }
  const added = await owner.post(`/api/groups/${group.id}/members`, {
    memberIds: people.map((person) => person.memberId),
  })
  if (added.status >= 300 || boards.status >= 300) throw new Error(`${added.text} ${boards.text}`)
  const [host, ...members] = people
  await at.database.pool.query(
    `update group_membership set role = 'moderator' where group_id = $1 and member_id = $2`,
    [group.id, host!.memberId],
  )
  const [chat, questions] = boards.body.items
  return { groupId: group.id, slug: group.slug, chat: chat.id, questions: questions.id, host: host!, members }
}

/** A document of one paragraph; `#words` become hashtags. */
export const documentOf = (text: string) => ({
  type: 'doc' as const,
  content: [
    {
      type: 'paragraph' as const,
      content: text
        .split(/(#[\p{L}\p{N}]+)/u)
        .filter((part) => part !== '')
        .map((part) =>
          part.startsWith('#')
            ? { type: 'hashtag' as const, attrs: { tag: part.slice(1) } }
            : { type: 'text' as const, text: part },
        ),
    },
  ],
})

/** Publishes and answers with the id. */
export async function write(
  who: Person,
  boardId: string,
  text: string,
  more: Record<string, unknown> = {},
): Promise<string> {
  const reply = await who.client.post('/api/site/posts', {
    boardId,
    kind: 'discussion',
    title: '',
    document: documentOf(text),
    ...more,
  })
  if (reply.status !== 201) throw new Error(reply.text)
  return reply.body.id
}

/** An audience over the product's own warehouse, for calling verbs directly. */
export const audienceOf = ({ process }: TestProduct): Audience =>
  openAudience({ warehouse: process.parts.warehouse }, { facts: () => [], fields: () => [] })
