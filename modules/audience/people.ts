/** Members as lists of this module show them: a name, a face, a city. */
import { z } from 'zod'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import type { Parts } from '#base/parts.ts'

export const personAnswer = z.object({
  id: z.string(),
  nickname: z.string(),
  avatarUrl: z.string().nullable(),
  city: z.string(),
})
export type PersonShown = z.input<typeof personAnswer>

/** Those of the ids that are members, by id. */
export async function findPeople(
  ctx: Ctx,
  files: Parts['files'],
  ids: readonly Id[],
): Promise<ReadonlyMap<Id, PersonShown>> {
  if (ids.length === 0) return new Map()
  const rows = await ctx.db
    .selectFrom('member')
    .select(['id', 'nickname', 'city', 'avatar_file_id as avatar'])
    .where('id', 'in', [...ids])
    .execute()
  const people = await Promise.all(
    rows.map(async ({ avatar, ...row }) => ({
      ...row,
      avatarUrl: avatar === null ? null : ((await files.url(ctx, avatar, 'small')) ?? null),
    })),
  )
  return new Map(people.map((person) => [person.id, person]))
}
