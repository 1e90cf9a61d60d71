/** A row of a file without bytes, for tests of what refers to files. */
import { randomBytes } from 'node:crypto'
import type { Id } from '#base/access/actor.ts'
import type { Database } from '#base/db/database.ts'

export async function storedFile(
  db: Database,
  { ownerId, visibility = 'public' }: { ownerId: Id; visibility?: 'public' | 'private' },
): Promise<Id> {
  const { id } = await db
    .insertInto('file')
    .values({
      token: randomBytes(16).toString('base64url'),
      owner_id: ownerId,
      purpose: 'picture',
      type: 'image/webp',
      size: 1,
      sha256: randomBytes(32),
      visibility,
      ready: true,
      keep_until: new Date(),
      created_at: new Date(),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
