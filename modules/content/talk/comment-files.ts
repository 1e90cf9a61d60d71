/** Pictures, films and files in a comment: only what its author sent himself, kept as long as the comment. */
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { contentProblems } from '../problems.ts'

/**
 * Keeps the files of these tokens for a comment and lets go of the others. Throws `file_unknown` for one
 * that is neither the actor's own nor on the comment already.
 */
export async function keepFiles(tx: Ctx, commentId: Id, tokens: readonly string[]): Promise<void> {
  const before = await tx.db
    .selectFrom('comment_file as kept')
    .innerJoin('file', 'file.id', 'kept.file_id')
    .select(['file.id', 'file.token'])
    .where('kept.comment_id', '=', commentId)
    .execute()
  const known = new Set(before.map(({ token }) => token))
  const added = tokens.filter((token) => !known.has(token))
  const found = added.length === 0 ? [] : await findOwn(tx, added)
  if (found.length < added.length) throw contentProblems.fileUnknown()
  const gone = before.filter(({ token }) => !tokens.includes(token))
  if (gone.length > 0)
    await tx.db
      .deleteFrom('comment_file')
      .where('comment_id', '=', commentId)
      .where(
        'file_id',
        'in',
        gone.map(({ id }) => id),
      )
      .execute()
  if (found.length > 0)
    await tx.db
      .insertInto('comment_file')
      .values(found.map(({ id }) => ({ comment_id: commentId, file_id: id })))
      .execute()
}

async function findOwn(tx: Ctx, tokens: readonly string[]): Promise<{ id: Id }[]> {
  const { actor } = tx
  let query = tx.db
    .selectFrom('file')
    .select('id')
    .where('token', 'in', tokens)
    .where('ready', '=', true)
    .where('removed_at', 'is', null)
  if (actor.kind !== 'system')
    query = query.where('owner_id', '=', actor.kind === 'account' ? actor.accountId : '0')
  return await query.execute()
}
