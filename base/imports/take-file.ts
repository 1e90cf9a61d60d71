/** Keeping an uploaded list: the file, and a first look at its rows. */
import type { Readable } from 'node:stream'
import type { Ctx } from '../context.ts'
import type { Problem } from '../http/problem.ts'
import type { Parts, StoredFile } from '../parts.ts'
import { type Look, lookAtList, Unreadable } from './look.ts'

export interface Upload {
  readonly bytes: Readable
  /** As the operator's machine calls it. */
  readonly name: string
}

/**
 * Keeps the file under a purpose that takes lists; nothing is kept of one in which there is no list. Throws
 * `unreadable`, which says what such a list holds, `import_too_large`, `import_locked`.
 */
export async function takeListFile(
  ctx: Ctx,
  files: Parts['files'],
  upload: Upload,
  { purpose, unreadable }: { readonly purpose: `${string}.list`; readonly unreadable: () => Problem },
): Promise<{ readonly file: StoredFile; readonly look: Look }> {
  // Text is known by its name only; what else it may be called decides nothing.
  const name = /\.(csv|xlsx)$/i.test(upload.name)
    ? upload.name
    : `${upload.name.replace(/\.\w{1,5}$/, '')}.csv`
  const file = await files.put(ctx, { bytes: upload.bytes, purpose, name })
  const stored = await files.get(ctx, file.id)
  if (!stored) throw unreadable()
  const look = await lookAtList({ type: file.type, size: file.size, stream: stored.stream }).catch(
    async (error) => {
      await files.remove(ctx, file.id)
      throw error instanceof Unreadable ? unreadable() : error
    },
  )
  return { file, look }
}
