/** The page of a post: its card, its words, and what the one who asks may do with it. */
import { sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import { may } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { statement } from '#base/db/statement.ts'
import { isAnswered } from '#base/facts/gate.ts'
import { type AccessedPost, askerOf } from '../access.ts'
import { type CardParts, type CardRow, cardsOf, presentCards, readThings } from '../feed/cards.ts'
import { mayTip } from '../gates.ts'
import { mayEdit } from '../posts/editing.ts'
import { contentProblems } from '../problems.ts'
import { isQuestion } from '../shapes.ts'
import { firstEager } from './pictures.ts'
import type { PostPage } from './shapes.ts'

interface Row extends CardRow {
  readonly html: string
  readonly things: readonly { readonly kind: string; readonly id: Id }[]
  readonly shareCount: number
  readonly version: number
  readonly publishAt: Date | null
  readonly pinnedTo: 'board' | 'group' | null
  readonly closedBecause: string
  readonly stateReason: string
  readonly column: { readonly slug: string; readonly name: string } | null
  readonly answerMinutes: number | null
  readonly follow: 'following' | 'muted' | null
}

/** The page of an accessed post: one statement besides the one that fetched it, and one for each kind of card in its words. */
export async function presentPostPage(ctx: Ctx, parts: CardParts, post: AccessedPost): Promise<PostPage> {
  const [row] = await findPage(ctx.db, { postId: post.id, asker: askerOf(ctx) ?? null })
  const [postCard] = row
    ? await presentCards(ctx, parts, [row], { boards: new Map([[post.boardId, post.board]]), merged: true })
    : []
  if (!row || !postCard) throw contentProblems.postNotFound()
  const things = await readThings(ctx, parts, row.things)
  const merged = post.state === 'merged'
  const seesReasons = post.own || post.moderates
  return {
    ...postCard,
    ...(merged
      ? { title: '', excerpt: '', media: [], topics: [], accepted: null, poll: null, card: null }
      : {}),
    // What was merged lives on where it went, under the rights and the changes there.
    html: merged ? '' : firstEager(row.html),
    cards: merged ? [] : row.things.flatMap(({ kind, id }) => things.get(`${kind}:${id}`) ?? []),
    shareCount: row.shareCount,
    version: row.version,
    publishAt: seesReasons ? (row.publishAt?.toISOString() ?? null) : null,
    column: row.column,
    closedBecause: row.closedBecause,
    stateReason: seesReasons ? row.stateReason : '',
    mergedInto: post.mergedInto,
    firstAnswerAt: post.firstAnswerAt?.toISOString() ?? null,
    answerMinutes: row.answerMinutes,
    follow: row.follow,
    inGroup: post.board.role !== undefined,
    pinnedTo: row.pinnedTo,
    can: whatCan(ctx, post),
  }
}

/** What the one who asks may do with it, for its buttons; every route decides for itself again. */
export function whatCan(ctx: Ctx, post: AccessedPost): PostPage['can'] {
  const asker = askerOf(ctx)
  const shown = post.state === 'published'
  const others = asker !== undefined && !post.own && shown
  return {
    edit: post.own && mayEdit(post) && post.state !== 'removed' && post.state !== 'merged',
    reply: shown && post.lockedAt === null && post.board.may.has('reply'),
    react: shown && post.board.may.has('react'),
    accept: shown && isQuestion(post.kind) && (post.own || post.moderates),
    moderate: post.moderates,
    tip: others && isAnswered(mayTip),
    report: others,
    share: shown,
    figures: post.own || post.moderates || may(ctx.actor, 'content.read'),
  }
}

const findPage = statement<Row, { postId: Id; asker: Id | null }>('content: post page', (at) =>
  cardsOf(at.asker, sql`p.id = ${at.postId}::bigint`, {
    columns: sql`,
           b.html, p.share_count as "shareCount", p.version, p.publish_at as "publishAt", p.pinned_to as "pinnedTo",
           p.closed_because as "closedBecause", p.state_reason as "stateReason",
           jsonb_path_query_array(b.document, '$.** ? (@.type == "card").attrs') as things,
           case when a.id is not null then json_build_object('slug', a.slug, 'name', a.name) end as "column",
           t.answer_minutes as "answerMinutes",
           (select case when f.muted_at is null then 'following' else 'muted' end
              from follow f where f.post_id = p.id and f.member_id = ${at.asker}::bigint) as follow`,
    joins: sql`
      join post_body b on b.post_id = p.id
      left join article_column a on a.id = p.column_id and a.archived_at is null
      left join board_setting t on t.board_id = p.board_id`,
  }),
)
