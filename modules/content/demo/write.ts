/** A plan as rows: posts with their words, comments, reactions and reads, and the log that tells of them. */
import type pg from 'pg'
import type { Id } from '#base/access/actor.ts'
import { fold } from '#base/search/fold.ts'
import type { Medium } from '../shapes.ts'
import { excerptOf, readWords } from '../words.ts'
import { copyInto, type Value } from './copy.ts'
import { documentOf } from './document.ts'
import type { Plan, PlannedComment, PlannedPost, SimEvent } from './plan.ts'

export interface Picture {
  readonly id: Id
  readonly token: string
  readonly width: number
  readonly height: number
}
/** By the number of the scene. */
export type Pictures = ReadonlyMap<number, Picture>

interface Spoken {
  readonly post: PlannedPost
  readonly words: ReturnType<typeof readWords>
  readonly media: readonly Medium[]
}

const date = (at: number) => new Date(at)

export async function writePlan(client: pg.PoolClient, plan: Plan, pictures: Pictures): Promise<void> {
  const byToken = new Map([...pictures.values()].map((picture) => [picture.token, picture]))
  const resolve = { picture: (scene: number) => pictures.get(scene)?.token }
  const spoken = plan.posts.map((post): Spoken => {
    const words = readWords(documentOf(shown(post, pictures), resolve))
    const media = words.files.map((file): Medium => {
      const { width, height } = byToken.get(file)!
      return { kind: 'image', file, width, height, alt: '' }
    })
    return { post, words, media }
  })
  await copyInto(
    client,
    'post',
    'id, group_id, board_id, author_id, kind, state, title, excerpt, media, created_at, published_at, active_at, featured_at, source',
    spoken.map(({ post, words, media }): Value[] => [
      post.id,
      post.board.groupId,
      post.board.id,
      post.authorId,
      kindOf(post, media),
      'published',
      post.title,
      excerptOf(words.plain),
      media,
      date(post.at),
      date(post.at),
      date(post.at),
      post.corpus?.featured ? date(post.at + 86_400_000 / 2) : null,
      post.source,
    ]),
  )
  await copyInto(
    client,
    'post_body',
    'post_id, document, html, plain',
    spoken.map(({ post, words }) => [post.id, words.document, words.html, words.plain]),
  )
  await copyInto(
    client,
    'post_file',
    'post_id, file_id',
    spoken.flatMap(({ post, words }) => words.files.map((file) => [post.id, byToken.get(file)!.id])),
  )
  await copyInto(
    client,
    'comment',
    'id, post_id, parent_id, root_id, author_id, state, document, html, plain, created_at, source',
    plan.comments.map((comment): Value[] => {
      const words = readWords(documentOf([comment.text], resolve))
      const { id, post, parent, authorId, at, source } = comment
      return [
        id, post.id, parent?.id ?? null, parent?.id ?? null, authorId, 'published',
        words.document, words.html, words.plain, date(at), source,
      ] // biome-ignore format: a row reads better on few lines
    }),
  )
  await copyInto(
    client,
    'reaction',
    'post_id, comment_id, member_id, kind, created_at',
    plan.reactions
      .filter((each) => !each.again)
      .map(({ post, comment, event, kind }) => [
        post.id,
        comment?.id ?? null,
        event.memberId,
        kind,
        date(event.at),
      ]),
  )
  await client.query(
    `create temporary table demo_read (member_id bigint, post_id bigint, at timestamptz, depth int) on commit drop`,
  )
  await copyInto(
    client,
    'demo_read',
    'member_id, post_id, at, depth',
    plan.reads.map(({ event, post, depth }) => [event.memberId, post.id, date(event.at), depth]),
  )
  await client.query(
    `create temporary table demo_topic (post_id bigint, name text, folded text) on commit drop`,
  )
  await copyInto(
    client,
    'demo_topic',
    'post_id, name, folded',
    spoken.flatMap(({ post, words }) => words.topics.map((name) => [post.id, name, fold(name)])),
  )
}

/** Without pictures there are no posts of pictures. */
function kindOf(post: PlannedPost, media: readonly Medium[]): string {
  if (post.kind === 'photo' || post.kind === 'video') return media.length > 0 ? 'photo' : 'discussion'
  if (post.kind === 'picture_question') return media.length > 0 ? post.kind : 'question'
  return post.kind
}

/** What has no picture of its own shows one of the others, when it is a post of pictures. */
function shown(post: PlannedPost, pictures: Pictures): readonly string[] {
  const own = post.lines.some((line) => line.startsWith('!['))
  if (own || post.kind !== 'photo' || pictures.size === 0) return post.lines
  const scenes = [...pictures.keys()]
  const scene = scenes[Number(BigInt(post.id) % BigInt(scenes.length))]!
  return [...post.lines, `![](scene:${scene})`]
}

const logColumns =
  'name, source, recorded_at, occurred_at, actor, member_id, group_id, session_id, object_kind, object_id, value, props, context'

/** The log tells of each row what it would have told had it been made by hand. */
export async function tellPlan(
  client: pg.PoolClient,
  plan: Plan,
  topics: ReadonlyMap<Id, readonly Id[]>,
): Promise<void> {
  await copyInto(client, 'event_log', logColumns, lines(plan, topics))
}

function* lines(plan: Plan, topics: ReadonlyMap<Id, readonly Id[]>): Generator<Value[]> {
  for (const post of plan.posts)
    yield row('post.published', post, post.event!, ['post', post.id], {
      ...onPost(post),
      length: post.lines.join('').length,
      media: 0,
      topicIds: topics.get(post.id) ?? [],
      mentionIds: [],
    })
  for (const comment of plan.comments) {
    const { post, parent } = comment
    yield row('comment.posted', post, who(comment), ['comment', comment.id], {
      ...onComment(post, parent),
      length: comment.text.length,
      mentionIds: [],
    })
    if (comment.accepted && comment.event)
      yield row(
        'answer.accepted',
        post,
        { memberId: post.authorId, at: comment.at + 1_800_000, sessionId: null, context: '{}' },
        ['comment', comment.id],
        { ...onComment(post, parent), commentAuthorId: comment.authorId },
      )
  }
  for (const { event, post, comment, kind } of plan.reactions)
    yield row('reaction.given', post, event, comment ? ['comment', comment.id] : ['post', post.id], {
      postId: post.id,
      boardId: post.board.id,
      commentId: comment?.id ?? null,
      authorId: (comment ?? post).authorId,
      reaction: kind,
    })
  for (const { event, post, seconds, depth } of plan.reads)
    yield row('post.read', post, event, ['post', post.id], { ...onPost(post), seconds, depth })
}

type Doer = Pick<SimEvent, 'memberId' | 'at' | 'sessionId' | 'context'>

const who = (comment: PlannedComment): Doer =>
  comment.event ?? { memberId: comment.authorId, at: comment.at, sessionId: null, context: '{}' }

const onPost = ({ kind, board, authorId }: PlannedPost) => ({ kind, boardId: board.id, authorId })

const onComment = (post: PlannedPost, parent: PlannedComment | undefined) => ({
  postId: post.id,
  ...onPost(post),
  parentId: parent?.id ?? null,
  parentAuthorId: parent?.authorId ?? null,
})

function row(
  name: string,
  post: PlannedPost,
  by: Doer,
  object: readonly [string, Id],
  props: object,
): Value[] {
  const at = date(by.at)
  return [
    name, 'seed', at, at, 'system:seed', by.memberId, post.board.groupId, by.sessionId, object[0], object[1],
    null, props, by.context,
  ] // biome-ignore format: a row reads better on few lines
}
