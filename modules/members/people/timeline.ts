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
  /** Done before the person was known: by a browser that turned out to be his. */
  readonly earlier: boolean
}

interface TimelineRow extends Omit<Moment, 'object'> {
  readonly at: string
  readonly object_kind: string | null
  readonly object_id: Id | null
}

/** More browsers than this have no person; a shared one is read for the first of them. */
const mostBrowsers = 50

/** What of a timeline is asked. */
export interface TimelineFilter {
  /** Only these names; empty: all. */
  readonly names?: readonly string[]
  /** Facts of the product, or behaviour that was tracked. */
  readonly kind?: 'facts' | 'behaviour' | undefined
  /** Only what happened before this moment: to jump to a day. */
  readonly before?: Date | undefined
  /** Without what people other than this account did about the member: what he himself calls his path. */
  readonly own?: Id | undefined
}

/**
 * One page. The member's rows, those of doubles that were merged into him, and what his browsers did
 * before he signed in: for each of them the index on time gives a page without sorting, and the newest of all
 * are the page. Times carry microseconds in the cursor, as text, so that no row falls between two pages.
 */
export async function findTimeline(
  ctx: Ctx,
  memberId: Id,
  {
    names = [],
    kind,
    before,
    own,
    after,
    limit,
  }: TimelineFilter & { readonly after: Place | undefined; readonly limit: number },
): Promise<{ items: readonly Moment[]; next: Place | null }> {
  const fits = sql`
       ${names.length > 0 ? sql`and name = any(${[...names]}::text[])` : sql``}
       ${kind === 'facts' ? sql`and source = 'fact'` : kind === 'behaviour' ? sql`and source <> 'fact'` : sql``}
       ${before ? sql`and occurred_at < ${before}` : sql``}
       ${own ? sql`and (source <> 'fact' or actor = ${`account:${own}`} or actor not like 'account:%')` : sql``}
       ${after ? sql`and (occurred_at, seq) < (${after.value}::timestamptz, ${after.id}::bigint)` : sql``}
     order by occurred_at desc, seq desc
     limit ${limit + 1}`
  const columns = sql`seq as id, name, occurred_at, occurred_at::text as at, value, object_kind, object_id, props`
  const { rows } = await sql<TimelineRow>`
    with person as materialized (
      select id from member where id = ${memberId} or merged_into = ${memberId}),
    browser as materialized (
      select distinct anonymous_id from identity_link where member_id in (select id from person) limit ${mostBrowsers})
    select page.id, page.name, page.occurred_at as "occurredAt", page.at, page.value, page.object_kind, page.object_id,
           page.props, page.earlier
      from (
        (select his.*, false as earlier from person cross join lateral (
           select ${columns} from event_log where member_id = person.id ${fits}) as his)
        union all
        (select his.*, true as earlier from browser cross join lateral (
           select ${columns} from event_log
            where anonymous_id = browser.anonymous_id and member_id is null ${fits}) as his)
      ) as page
     order by page.occurred_at desc, page.id desc
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
      earlier: row.earlier,
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
  /** Done before the person signed in. */
  earlier: z.boolean(),
  /** What happened, in the caller's language, when a module declared it; null for tracked behaviour. */
  label: z.string().nullable(),
})

/** What happened in a timeline, by name, most frequent of the latest 20,000 first: for choosing what to see. */
export async function findTimelineNames(ctx: Ctx, memberId: Id): Promise<{ name: string; count: number }[]> {
  const { rows } = await sql<{ name: string; count: string }>`
    select name, count(*) as count from (
      select name from event_log
       where member_id in (select id from member where id = ${memberId} or merged_into = ${memberId})
       order by occurred_at desc, seq desc limit 20000) as latest
     group by name order by count(*) desc, name limit 100`.execute(ctx.db)
  return rows.map((row) => ({ name: row.name, count: Number(row.count) }))
}

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
