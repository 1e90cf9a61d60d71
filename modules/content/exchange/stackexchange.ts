/**
 * The dump of a Stack Exchange site: Users.xml, Posts.xml, Comments.xml, Votes.xml (CC BY-SA). Questions become
 * questions, answers comments below them, comments on answers replies. Votes name nobody and cannot be taken,
 * except those by which somebody kept a post for himself.
 */
import type { Readable } from 'node:stream'
import sax from 'sax'
import type { Dump, Read, Refused, Stage } from './record.ts'
import { record } from './record.ts'

type Row = Readonly<Record<string, string>>

/** Opens a file of the dump by its name; undefined when it was not brought. */
export type OpenFile = (name: string) => Promise<Readable | undefined>

export const stackExchangeFiles = ['Users.xml', 'Posts.xml', 'Comments.xml', 'Votes.xml'] as const

export const stackExchangeDump = (open: OpenFile): Dump => ({
  async *read(stage) {
    for (const [name, make] of plan[stage])
      for await (const row of rowsOf(open, name)) {
        const made = make(row)
        if (made) yield made
      }
  },
})

type Make = (row: Row) => Read | undefined

const taken = (value: unknown, what: string, sourceId: string): Read => {
  const parsed = record.safeParse(value)
  return parsed.success ? { record: parsed.data } : refuse(what, sourceId, 'unreadable')
}
const refuse = (what: string, sourceId: string, reason: Refused['reason']): Read => ({
  refused: { what, sourceId, reason },
})
/** Times of the dump are UTC and do not say so. */
const time = (text: string | undefined) => (text ? `${text}Z` : undefined)
const authorOf = (row: Row, prefix: 'Owner' | '') => {
  const id = row[`${prefix}UserId`]
  // The site itself, and people whose account is gone, are known by name only.
  return id && id !== '-1'
    ? { author: id }
    : { authorName: row[`${prefix}DisplayName`] ?? row.UserDisplayName ?? '' }
}
const tagsOf = (text = ''): string[] => text.split(/[<>|]+/).filter((tag) => tag !== '')

const user: Make = (row) =>
  row.Id === '-1'
    ? undefined
    : taken(
        {
          type: 'user',
          id: row.Id,
          name: row.DisplayName,
          joinedAt: time(row.CreationDate),
          city: row.Location?.slice(0, 60),
          aboutHtml: row.AboutMe,
        },
        'user',
        row.Id ?? '',
      )

const question: Make = (row) => {
  if (row.PostTypeId === '2') return undefined
  if (row.PostTypeId !== '1') return refuse('post', row.Id ?? '', 'unsupported')
  return taken(
    {
      type: 'post',
      id: row.Id,
      ...authorOf(row, 'Owner'),
      html: row.Body,
      kind: 'question',
      title: row.Title,
      createdAt: time(row.CreationDate),
      editedAt: time(row.LastEditDate),
      closedAt: time(row.ClosedDate),
      topics: tagsOf(row.Tags),
      acceptedComment: row.AcceptedAnswerId ? `a${row.AcceptedAnswerId}` : null,
    },
    'post',
    row.Id ?? '',
  )
}

const answer: Make = (row) =>
  row.PostTypeId !== '2'
    ? undefined
    : taken(
        {
          type: 'comment',
          id: `a${row.Id}`,
          post: row.ParentId,
          ...authorOf(row, 'Owner'),
          html: row.Body,
          createdAt: time(row.CreationDate),
        },
        'comment',
        `a${row.Id}`,
      )

/** Whether it stands below a question or an answer is known where it is taken: `parent` names the answer. */
const comment: Make = (row) =>
  taken(
    {
      type: 'comment',
      id: `c${row.Id}`,
      post: row.PostId,
      parent: `a${row.PostId}`,
      ...authorOf(row, ''),
      text: row.Text,
      createdAt: time(row.CreationDate),
    },
    'comment',
    `c${row.Id}`,
  )

/** 5: kept. 1 is the accepted answer, which the question names itself. */
const vote: Make = (row) => {
  if (row.VoteTypeId === '1') return undefined
  if (row.VoteTypeId !== '5' || !row.UserId) return refuse('vote', row.Id ?? '', 'nobody')
  return taken(
    { type: 'bookmark', post: row.PostId, author: row.UserId, createdAt: time(row.CreationDate) },
    'bookmark',
    row.Id ?? '',
  )
}

const plan: Readonly<Record<Stage, readonly (readonly [string, Make])[]>> = {
  user: [['Users.xml', user]],
  post: [['Posts.xml', question]],
  comment: [
    ['Posts.xml', answer],
    ['Comments.xml', comment],
  ],
  reaction: [['Votes.xml', vote]],
  accept: [
    ['Posts.xml', (row) => (row.PostTypeId === '1' && row.AcceptedAnswerId ? question(row) : undefined)],
  ],
}

/** The rows of one file, streamed: memory does not grow with it. Throws where it is no XML. */
async function* rowsOf(open: OpenFile, name: string): AsyncGenerator<Row> {
  const stream = await open(name)
  if (!stream) return
  const parser = sax.parser(true)
  let ready: Row[] = []
  let trouble: Error | undefined
  parser.onopentag = (tag) => {
    if (tag.name === 'row') ready.push(tag.attributes as Row)
  }
  parser.onerror = (error) => {
    trouble = new Error(`${name}: ${error.message.split('\n')[0]}`)
    parser.error = null as unknown as Error
  }
  stream.setEncoding('utf8')
  for await (const piece of stream) {
    parser.write(String(piece))
    if (trouble) throw trouble
    yield* ready
    ready = []
  }
  parser.close()
  if (trouble) throw trouble
}
