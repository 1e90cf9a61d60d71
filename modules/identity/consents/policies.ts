/** The texts people agree to. A new text is a new version; old ones stay, since consents point at them. */
import { createHash } from 'node:crypto'
import type { Selectable } from 'kysely'
import { sql } from 'kysely'
import { describeActor } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import type { Policy } from '#base/db/tables.generated.ts'
import { announce } from '#base/facts/fact.ts'
import { audit } from '../audit/audit.ts'
import { policyPublished } from '../facts.ts'

export type PolicyRow = Selectable<Policy>
export type PolicyCode = 'terms' | 'privacy'

/** The version in force of each policy; empty before the community is founded. */
export async function findPolicies(ctx: Ctx): Promise<Partial<Record<PolicyCode, PolicyRow>>> {
  const rows = await ctx.db
    .selectFrom('policy')
    .distinctOn('code')
    .selectAll()
    .orderBy('code')
    .orderBy('version', 'desc')
    .execute()
  return Object.fromEntries(rows.map((row) => [row.code, row]))
}

/** SHA-256 over both languages: what a consent entry says somebody has read. */
export const textHash = (zh: string, en: string): string =>
  createHash('sha256')
    .update(JSON.stringify([zh, en]))
    .digest('hex')

/** Publishes a text as the next version; whoever agreed to an older one is asked again. */
export async function publishPolicy(
  ctx: Ctx,
  text: { readonly code: PolicyCode; readonly zh: string; readonly en: string },
): Promise<PolicyRow> {
  return await transact(ctx, async (inner) => {
    await sql`select pg_advisory_xact_lock(hashtext('policy'))`.execute(inner.db)
    const last = (await findPolicies(inner))[text.code]
    const row = await inner.db
      .insertInto('policy')
      .values({
        code: text.code,
        version: (last?.version ?? 0) + 1,
        body_zh: text.zh,
        body_en: text.en,
        text_hash: textHash(text.zh, text.en),
        published_at: inner.now,
        published_by: describeActor(inner.actor),
      })
      .returningAll()
      .executeTakeFirstOrThrow()
    await announce(inner, policyPublished, { code: row.code, version: row.version })
    await audit(
      inner,
      'policy.published',
      { kind: 'policy', id: row.id },
      { code: row.code, version: row.version, textHash: row.text_hash },
    )
    return row
  })
}
