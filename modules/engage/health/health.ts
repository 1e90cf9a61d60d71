/** How delivery goes: what was sent, what failed and why, over the last days. */
import { sql } from 'kysely'
import type { Ctx } from '#base/context.ts'
import { findCommunity } from '#modules/identity/api.ts'

export interface DeliveryDay {
  readonly day: string
  /** Members' notices that were new or grew that day. */
  readonly inbox: number
  readonly pushSent: number
  readonly pushFailed: number
  readonly mailSent: number
  readonly mailFailed: number
}

export interface Deliveries {
  readonly days: readonly DeliveryDay[]
  /** Why pushes failed or were not sent, most frequent first. */
  readonly reasons: readonly {
    readonly state: 'failed' | 'dropped'
    readonly reason: string
    readonly count: number
  }[]
  /** Pushes that are due and wait. */
  readonly waiting: number
  /** Since when the oldest of them waits. */
  readonly waitingSince: Date | null
  readonly browsers: number
  /** Notices of the period that were read. */
  readonly told: number
  readonly read: number
}

/** The last `days` days of the community's calendar, today included; at most 30, as long as the record is kept. */
export async function findDeliveries(ctx: Ctx, days: number): Promise<Deliveries> {
  const zone = (await findCommunity(ctx))?.time_zone ?? 'Asia/Shanghai'
  const first = sql`((${ctx.now}::timestamptz at time zone ${zone})::date - ${days - 1}::int)`
  const since = sql`(${first}::timestamp at time zone ${zone})`
  const dayOf = (column: string) => sql`(${sql.ref(column)} at time zone ${zone})::date`
  const { rows } = await sql<DeliveryDay>`
    with inbox as (select ${dayOf('latest_at')} as day, count(*)::int as n from notice
                    where latest_at >= ${since} and in_inbox group by 1),
         push as (select ${dayOf('ended_at')} as day, count(*) filter (where state = 'sent')::int as sent,
                         count(*) filter (where state = 'failed')::int as failed
                    from push_delivery where state <> 'waiting' and ended_at >= ${since} group by 1),
         mailed as (select d.day, count(*) filter (where m.state in ('sent', 'kept'))::int as sent,
                           count(*) filter (where m.state in ('failed', 'held'))::int as failed
                      from (select ${dayOf('created_at')} as day, mail_key from digest_mail where created_at >= ${since}) as d
                      join mail m on m.key = d.mail_key group by 1)
    select d.day::date::text as day, coalesce(inbox.n, 0) as inbox, coalesce(push.sent, 0) as "pushSent",
           coalesce(push.failed, 0) as "pushFailed", coalesce(mailed.sent, 0) as "mailSent",
           coalesce(mailed.failed, 0) as "mailFailed"
      from generate_series(${first}::timestamp, ${first} + ${days - 1}::int, interval '1 day') as d (day)
      left join inbox on inbox.day = d.day::date
      left join push on push.day = d.day::date
      left join mailed on mailed.day = d.day::date
     order by 1`.execute(ctx.db)
  const { rows: reasons } = await sql<Deliveries['reasons'][number]>`
    select state, reason, count(*)::int as count from push_delivery
     where state in ('failed', 'dropped') and ended_at >= ${since}
     group by state, reason order by count desc, reason limit 20`.execute(ctx.db)
  const { rows: rest } = await sql<Omit<Deliveries, 'days' | 'reasons'>>`
    select (select count(*)::int from push_delivery where state = 'waiting' and due_at <= ${ctx.now}::timestamptz) as waiting,
           (select min(created_at) from push_delivery where state = 'waiting' and due_at <= ${ctx.now}::timestamptz) as "waitingSince",
           (select count(*)::int from push_subscription) as browsers,
           count(*)::int as told, count(*) filter (where read_at is not null)::int as read
      from notice where latest_at >= ${since} and in_inbox`.execute(ctx.db)
  return { days: rows, reasons, ...rest[0]! }
}
