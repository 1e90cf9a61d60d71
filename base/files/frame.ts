/** The frame by which a film is shown: sizes of a picture that stand under the name of the film. */
import type { Readable } from 'node:stream'
import { type Ctx, transact } from '../context.ts'
import { problems } from '../http/problem.ts'
import type { Files } from '../parts.ts'

/**
 * Gives a film of the actor's the frame by which it is shown. The picture is taken in like any other and changes places
 * with the earlier frame, whose bytes go with the file that nobody refers to. Throws `not_found` for the films of
 * others.
 */
export async function setFilmFrame(
  ctx: Ctx,
  files: Files,
  token: string,
  bytes: Uint8Array | Readable,
): Promise<void> {
  const film = await findOwnFilm(ctx, token)
  const picture = await files.put(ctx, { bytes, purpose: 'picture' })
  await transact(ctx, async (tx) => {
    // Two frames of one film at once would stand in each other's way.
    await tx.db.selectFrom('file').where('id', '=', film.id).forUpdate().select('id').executeTakeFirst()
    const take = (id: string) =>
      tx.db
        .deleteFrom('file_variant')
        .where('file_id', '=', id)
        .where('name', '<>', 'body')
        .returningAll()
        .execute()
    const earlier = await take(film.id)
    const chosen = await take(picture.id)
    await tx.db
      .insertInto('file_variant')
      .values([
        ...chosen.map((row) => ({ ...row, file_id: film.id })),
        ...earlier.map((row) => ({ ...row, file_id: picture.id })),
      ])
      .execute()
  })
}

async function findOwnFilm(ctx: Ctx, token: string): Promise<{ id: string }> {
  const film =
    ctx.actor.kind === 'account' && !ctx.actor.suspended
      ? await ctx.db
          .selectFrom('file')
          .where('token', '=', token)
          .where('owner_id', '=', ctx.actor.accountId)
          .where('type', 'like', 'video/%')
          .where('ready', '=', true)
          .where('removed_at', 'is', null)
          .select('id')
          .executeTakeFirst()
      : undefined
  if (!film) throw problems.notFound()
  return film
}
