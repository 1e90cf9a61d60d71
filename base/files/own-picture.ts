/** Putting a picture somewhere: only one that the person sent, so that nobody learns the address of a file by its number. */
import type { Id } from '../access/actor.ts'
import type { Ctx } from '../context.ts'
import { problems } from '../http/problem.ts'

/**
 * Makes sure that the actor may show this file to everybody: a public picture of his own. The system may show any.
 * Throws `not_found` for anything else, whether or not it exists.
 */
export async function requireOwnPicture(ctx: Ctx, fileId: Id): Promise<void> {
  const { actor } = ctx
  if (actor.kind === 'system') return
  const own =
    actor.kind === 'account' &&
    (await ctx.db
      .selectFrom('file')
      .select('id')
      .where('id', '=', fileId)
      .where('owner_id', '=', actor.accountId)
      .where('visibility', '=', 'public')
      .where('ready', '=', true)
      .where('removed_at', 'is', null)
      .executeTakeFirst())
  if (!own) throw problems.notFound()
}
