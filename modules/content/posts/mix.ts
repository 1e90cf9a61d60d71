/** What a period was made of (S0-19): kinds and topics, what they were read and what people made of them. */
import { sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { addressOf } from '#base/files/files.ts'
import type { PostKind } from '../shapes.ts'

export interface MixRow<Name> {
  readonly name: Name
  readonly posts: number
  readonly reads: number
  readonly interactions: number
}

export interface Mix {
  readonly posts: number
  readonly kinds: readonly MixRow<PostKind>[]
  readonly topics: readonly (MixRow<string> & { readonly id: Id })[]
  /** Questions that got an answer by somebody else, of those asked. */
  readonly questions: number
  readonly answered: number
  readonly creators: readonly Creator[]
}

/** Somebody whose works were featured in the period (S4-70). */
export interface Creator extends MixRow<string> {
  readonly id: Id
  readonly avatarUrl: string | null
  readonly featured: number
}

const sums = sql`
  count(*)::int as posts, coalesce(sum(p.read_count), 0)::int as reads,
  coalesce(sum(p.reaction_count + p.comment_count + p.share_count + p.bookmark_count), 0)::int as interactions`

/** Posts published in [from, before); the twelve topics with most posts. Four queries. */
export async function findMix(
  ctx: Ctx,
  { from, before, group }: { readonly from: Date; readonly before: Date; readonly group?: Id | undefined },
): Promise<Mix> {
  const within = sql`p.state = 'published' and p.published_at >= ${from} and p.published_at < ${before}
    and (${group ?? null}::bigint is null or p.group_id = ${group ?? null}::bigint)`
  const { rows: kinds } = await sql<MixRow<PostKind>>`
    select p.kind as name, ${sums} from post p where ${within} group by p.kind order by count(*) desc, p.kind`.execute(
    ctx.db,
  )
  const { rows: topics } = await sql<MixRow<string> & { id: Id }>`
    select t.id, t.name, ${sums}
      from post p join post_topic l on l.post_id = p.id join topic t on t.id = l.topic_id
     where ${within} group by t.id, t.name order by count(*) desc, t.id limit 12`.execute(ctx.db)
  const { rows: asked } = await sql<{ questions: number; answered: number }>`
    select count(*)::int as questions, count(p.first_answer_at)::int as answered
      from post p where ${within} and p.kind in ('question', 'picture_question')`.execute(ctx.db)
  const { rows: creators } = await sql<Omit<Creator, 'avatarUrl'> & { face: string | null }>`
    select m.id, m.nickname as name, face.token as face, count(p.featured_at)::int as featured, ${sums}
      from post p join member m on m.id = p.author_id left join file face on face.id = m.avatar_file_id
     where ${within} group by m.id, m.nickname, face.token having count(p.featured_at) > 0
     order by count(p.featured_at) desc, count(*), m.id limit 10`.execute(ctx.db)
  return {
    creators: creators.map(({ face, ...row }) => ({
      ...row,
      avatarUrl: face === null ? null : addressOf(face, 'small'),
    })),
    posts: kinds.reduce((sum, row) => sum + row.posts, 0),
    kinds,
    topics,
    ...asked[0]!,
  }
}
