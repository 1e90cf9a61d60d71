/** Names of those who did something, by the name that the log has for them. */
import type { Ctx } from '#base/context.ts'

export async function namesOf(ctx: Ctx, actors: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(actors)].flatMap((actor) => actor.match(/^account:(\d+)$/)?.[1] ?? [])
  if (ids.length === 0) return new Map()
  const rows = await ctx.db.selectFrom('account').select(['id', 'name']).where('id', 'in', ids).execute()
  return new Map(rows.map(({ id, name }) => [`account:${id}`, name]))
}
