/** What one member did, newest first: facts and tracked behaviour alike. */
import { sql } from 'kysely'
import { z } from 'zod'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import type { Place } from '#base/http/cursor.ts'
import { type Message, render } from '#base/i18n/messages.ts'

export interface Moment {
  readonly id: string
  readonly name: string
  readonly occurredAt: Date
  readonly value: string | null
  readonly object: { readonly kind: string; readonly id: Id } | null
  readonly props: Record<string, unknown>
}

/**
 * One page. The index on (member_id, occurred_at, seq) gives it without sorting. Times carry
 * microseconds in the cursor, as text, so that no row falls between two pages.
 */
export async function findTimeline(
  ctx: Ctx,
  memberId: Id,
  { name, after, limit }: { name: string | undefined; after: Place | undefined; limit: number },
): Promise<{ items: readonly Moment[]; next: Place | null }> {
  const { rows } = await sql<Moment & { at: string; object_kind: string | null; object_id: Id | null }>`
    select seq as id, name, occurred_at as "occurredAt", occurred_at::text as at, value, object_kind, object_id, props
      from event_log
     where member_id = ${memberId}
       ${name ? sql`and name = ${name}` : sql``}
       ${after ? sql`and (occurred_at, seq) < (${after.value}::timestamptz, ${after.id}::bigint)` : sql``}
     order by occurred_at desc, seq desc
     limit ${limit + 1}`.execute(ctx.db)
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return {
    items: items.map((row) => ({
      id: row.id,
      name: row.name,
      occurredAt: row.occurredAt,
      value: row.value,
      object: row.object_kind && row.object_id ? { kind: row.object_kind, id: row.object_id } : null,
      props: row.props,
    })),
    next: rows.length > limit && last ? { value: last.at, id: last.id } : null,
  }
}

export const timelineAnswer = z.object({
  id: z.string(),
  name: z.string(),
  occurredAt: z.iso.datetime(),
  value: z.string().nullable(),
  object: z.object({ kind: z.string(), id: z.string() }).nullable(),
  props: z.record(z.string(), z.unknown()),
  /** What happened, in the caller's language, when a module declared it; null for tracked behaviour. */
  label: z.string().nullable(),
})

/** The words of facts, by name: asked when needed, because later modules declare theirs after this one. */
export type FactLabels = () => ReadonlyMap<string, Message>

export const presentMoment = (
  { locale }: Ctx,
  moment: Moment,
  label: Message | undefined,
): z.input<typeof timelineAnswer> => ({
  ...moment,
  occurredAt: moment.occurredAt.toISOString(),
  label: label ? render(label, locale) : null,
})
