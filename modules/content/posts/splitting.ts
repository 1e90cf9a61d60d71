/** Some comments become a post of their own: the earliest is its words, the rest and their threads its comments. */
import { sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import type { Document } from '#base/html/document.ts'
import type { BoardStanding } from '#modules/groups/api.ts'
import type { PostKind } from '../shapes.ts'
import { excerptOf, readWords } from '../words.ts'
import { mediaOf, takeFiles } from './files.ts'
import { lockPost, tellChange } from './locking.ts'
import { recount } from './moving.ts'
import { postProblems } from './problems.ts'
import { setTopics } from './topics.ts'

export interface Split {
  readonly commentIds: readonly Id[]
  readonly title: string
  readonly kind: PostKind
  readonly to: BoardStanding
  readonly reason: string
}

/** More than this is a thread that a person would not read through first. */
const mostMoved = 2_000

interface Branch {
  readonly id: Id
  readonly parentId: Id | null
  readonly depth: number
}

/**
 * Splits; what hangs on a chosen comment goes with it. Resolves to the id of the new post. Throws `split_unfit`
 * when a comment is not of this post or not in sight, `post_not_found`.
 */
export async function splitPost(ctx: Ctx, postId: Id, split: Split): Promise<Id> {
  return await transact(ctx, async (tx) => {
    const post = await lockPost(tx, postId)
    if (post.state !== 'published') throw postProblems.stateUnfit()
    const { rows: chosen } = await sql<{ id: Id; authorId: Id; document: Document; at: Date }>`
      select id, author_id as "authorId", document, created_at as at from comment
       where post_id = ${postId}::bigint and state = 'published' and id = any(${[...split.commentIds]}::bigint[])
       order by created_at, id for update`.execute(tx.db)
    const first = chosen[0]
    if (!first || chosen.length < new Set(split.commentIds).size || split.kind === 'poll')
      throw postProblems.splitUnfit()
    const moved = await findBranches(
      tx,
      chosen.map((comment) => comment.id),
    )
    if (moved.length > mostMoved) throw postProblems.splitUnfit()
    const newId = await makePost(tx, post.id, first, split)
    await moveBranches(tx, newId, first.id, moved)
    await turnIntoPost(tx, newId, first.id)
    await recount(tx, [postId, newId])
    await sql`
      insert into follow (member_id, post_id, by_itself, created_at)
      select distinct author_id, ${newId}::bigint, true, ${tx.now}::timestamptz
        from (select author_id from comment where post_id = ${newId}::bigint
              union select ${first.authorId}::bigint) as writers
      on conflict do nothing`.execute(tx.db)
    await tellChange(tx, post, 'split', { to: newId, reason: split.reason })
    return newId
  })
}

/** The chosen comments and everything that answers them. */
async function findBranches(tx: Ctx, ids: readonly Id[]): Promise<readonly Branch[]> {
  const { rows } = await sql<Branch>`
    with recursive branch as (
      select id, parent_id, 0 as depth from comment where id = any(${[...ids]}::bigint[])
      union
      select c.id, c.parent_id, b.depth + 1 from comment c join branch b on c.parent_id = b.id where b.depth < 1000)
    select id, parent_id as "parentId", max(depth) as depth from branch group by id, parent_id
     order by max(depth), id limit ${mostMoved + 1}`.execute(tx.db)
  return rows
}

/** A post with the words of a comment, of whoever wrote it, at the hour at which he did. */
async function makePost(
  tx: Ctx,
  from: Id,
  first: { readonly id: Id; readonly authorId: Id; readonly document: Document; readonly at: Date },
  { title, kind, to }: Split,
): Promise<Id> {
  const words = readWords(first.document)
  const files = await takeFiles(tx, words.files, { memberId: first.authorId, anyone: true })
  const { rows } = await sql<{ id: Id }>`
    insert into post (group_id, board_id, author_id, kind, state, title, excerpt, media, version, created_at,
                      published_at, active_at, edited_at, source)
    select ${to.group.id}::bigint, ${to.id}::bigint, author_id, ${kind}, 'published', ${title},
           ${excerptOf(words.plain)}, ${JSON.stringify(mediaOf(first.document, files))}::jsonb, version, created_at,
           created_at, created_at, edited_at, ${`split:${from}:${first.id}`}
      from comment where id = ${first.id}::bigint returning id`.execute(tx.db)
  const { id } = rows[0]!
  await sql`
    insert into post_body (post_id, document, html, plain)
    select ${id}::bigint, document, html, plain from comment where id = ${first.id}::bigint`.execute(tx.db)
  await sql`
    insert into post_file (post_id, file_id)
    select ${id}::bigint, file_id from comment_file where comment_id = ${first.id}::bigint`.execute(tx.db)
  await sql`
    insert into post_version (post_id, version, title, document, written_by, written_at)
    select ${id}::bigint, version, '', document, written_by, written_at
      from comment_version where comment_id = ${first.id}::bigint`.execute(tx.db)
  await setTopics(tx, id, words.topics, { make: false, counted: true })
  return id
}

/** Everything but the first, with new heads of threads where the old ones stay behind. */
async function moveBranches(tx: Ctx, newId: Id, first: Id, branches: readonly Branch[]): Promise<void> {
  const moved = new Set(branches.map((branch) => branch.id))
  const heads = new Map<Id, Id | null>()
  const placed = branches
    .filter((branch) => branch.id !== first)
    .map(({ id, parentId }) => {
      const stays = parentId !== null && parentId !== first && moved.has(parentId)
      const parent = stays ? parentId : null
      // Parents come before those who answer them, so that their head is known.
      const head = parent === null ? null : (heads.get(parent) ?? parent)
      heads.set(id, head)
      return { id, parent, head }
    })
  if (placed.length === 0) return
  await sql`
    update comment c set post_id = ${newId}::bigint, parent_id = m.parent, root_id = m.head
      from unnest(${placed.map((each) => each.id)}::bigint[], ${placed.map((each) => each.parent)}::bigint[],
                  ${placed.map((each) => each.head)}::bigint[]) as m (id, parent, head)
     where c.id = m.id`.execute(tx.db)
  const ids = placed.map((each) => each.id)
  for (const table of ['reaction', 'content_report', 'tip'] as const)
    await sql`
      update ${sql.table(table)} set post_id = ${newId}::bigint
       where comment_id = any(${ids}::bigint[])`.execute(tx.db)
}

/** What hung on the first comment hangs on the post now; the comment itself is gone. */
async function turnIntoPost(tx: Ctx, newId: Id, first: Id): Promise<void> {
  for (const table of ['reaction', 'content_report', 'tip'] as const)
    await sql`
      update ${sql.table(table)} set post_id = ${newId}::bigint, comment_id = null
       where comment_id = ${first}::bigint`.execute(tx.db)
  await sql`update post set accepted_comment_id = null where accepted_comment_id = ${first}::bigint`.execute(
    tx.db,
  )
  await sql`delete from comment where id = ${first}::bigint`.execute(tx.db)
}
