/** What the named people of 山丘咖啡 read: on some evenings of the last two months a handful of posts each. */
import type { Actor, Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import type { Audience } from '#modules/audience/api.ts'
import { type AttentionParts, countAttention } from '#modules/content/page/attention.ts'

const dayMs = 86_400_000
const evenings = 14
const daysBetween = 4
const each = 6

/** Through the verb that counts what pages report: who may not see a post does not read it. */
export async function readAround(
  ctx: Ctx,
  parts: Pick<AttentionParts, 'secrets'> & { readonly audience: Audience },
  people: ReadonlyMap<string, Id>,
): Promise<void> {
  const posts = await ctx.db
    .selectFrom('post')
    .select(['id', 'published_at as at'])
    .where('state', '=', 'published')
    .where('source', 'like', 'corpus:%')
    .orderBy('published_at')
    .execute()
  const readers = await ctx.db
    .selectFrom('member')
    .select(['id', 'account_id', 'joined_at'])
    .where('id', 'in', [...people.values()])
    .where('account_id', 'is not', null)
    .orderBy('id')
    .execute()
  for (const [place, reader] of readers.entries())
    for (let evening = evenings; evening >= 1; evening--) {
      const now = new Date(ctx.now.getTime() - evening * daysBetween * dayMs + (place % 5) * 600_000)
      const there = posts.filter(({ at }) => at! < now)
      if (now < reader.joined_at || there.length === 0) continue
      await countAttention(
        { ...ctx, now, actor: actorOf(reader) },
        parts,
        { ip: '127.0.0.1', userAgent: 'demo' },
        {
          shown: [],
          shares: [],
          reads: Array.from({ length: each }, (_, index) => ({
            // The newest first, and from there further back, each in steps of his own.
            postId: there[Math.max(0, there.length - 1 - index * (1 + (place % 4)))]!.id,
            seconds: 20 + ((place * 17 + index * 31 + evening * 13) % 120),
            depth: 40 + ((place * 7 + index * 23 + evening * 5) % 61),
          })),
        },
      )
    }
}

const actorOf = (reader: { id: Id; account_id: Id | null }): Actor => ({
  kind: 'account',
  accountId: reader.account_id ?? '',
  sessionId: '',
  name: '',
  memberId: reader.id,
  suspended: false,
})
