/** Work that must happen once, whoever asks for it and however often. */
import { type Ctx, transact } from '../context.ts'
import type { Tx } from '../db/database.ts'

/** How long a key is remembered; a repeat after that runs again. */
export const onceKeyDays = 90

/**
 * Runs `verb` unless something with this key has run before; the key commits together with what the
 * verb did, so a crash leaves both or neither. Returns undefined when it had run. Two callers at once:
 * the second waits for the first and then sees that it ran.
 */
export async function once<T>(
  ctx: Ctx,
  key: string,
  verb: (ctx: Ctx & { readonly db: Tx }) => Promise<T>,
): Promise<T | undefined> {
  return await transact(ctx, async (ctx) => {
    const taken = await ctx.db
      .insertInto('once_key')
      .values({ key })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    return taken.numInsertedOrUpdatedRows === 1n ? await verb(ctx) : undefined
  })
}
