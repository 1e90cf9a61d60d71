/** Files are personal data: thirty days after the end of their import nothing is left of them but the numbers. */
import { sql } from 'kysely'
import type { Id } from '../access/actor.ts'
import { type Ctx, transact } from '../context.ts'
import type { Parts } from '../parts.ts'
import type { ImportKind, Shape } from './kind.ts'
import { forgetErrors } from './refused.ts'

const keptDays = 30
const atOnce = 50

type Kind = Pick<ImportKind<Shape>, 'table' | 'errorTable' | 'forget'>

/** How many imports were purged; each keeps its name, its numbers and who did it. */
export async function purgeImports(
  ctx: Ctx,
  kind: Kind,
  files: Parts['files'],
  signal: AbortSignal,
): Promise<number> {
  for (let purged = 0; ; ) {
    signal.throwIfAborted()
    const some = await purgeSome(ctx, kind, files)
    if (some === 0) return purged
    purged += some
  }
}

async function purgeSome(ctx: Ctx, kind: Kind, files: Parts['files']): Promise<number> {
  const before = new Date(ctx.now.getTime() - keptDays * 86_400_000)
  return await transact(ctx, async (tx) => {
    const { rows: old } = await sql<{ id: Id; fileId: Id | null; errorFileId: Id | null }>`
      select id, file_id as "fileId", error_file_id as "errorFileId" from ${sql.table(kind.table)}
       where coalesce(finished_at, created_at) < ${before} and state not in ('checking', 'running', 'undoing')
         and (file_id is not null or error_file_id is not null or samples <> '[]')
       order by id limit ${atOnce} for update`.execute(tx.db)
    const ids = old.map(({ id }) => id)
    if (ids.length === 0) return 0
    await forgetErrors(tx, kind, ids)
    await kind.forget?.(tx, ids)
    await sql`
      update ${sql.table(kind.table)} set file_id = null, error_file_id = null, samples = '[]', undo_until = ${before}
       where id = any(${ids}::bigint[])`.execute(tx.db)
    for (const file of old.flatMap(({ fileId, errorFileId }) => [fileId, errorFileId]))
      if (file) await files.remove(tx, file)
    return ids.length
  })
}
