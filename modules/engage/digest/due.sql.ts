/** Whose hour has come. */
import { sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'

export interface Due {
  readonly memberId: Id
  /** The day of the member's calendar: `2026-11-19`. */
  readonly day: string
}

/**
 * Members whose moment lies after `from` and not after `to`, who have something new to read by mail, in the order
 * of their ids. The moment is the hour that they chose, on the clock of their own time zone.
 */
export async function findDue(
  ctx: Ctx,
  {
    from,
    to,
    after,
    limit,
  }: { readonly from: Date; readonly to: Date; readonly after: Id; readonly limit: number },
): Promise<readonly Due[]> {
  const { rows } = await sql<Due>`
    select m.id as "memberId", due.day::text as day
      from member m
      join account a on a.id = m.account_id and a.email_verified
      join community c on c.id = 1
      left join notice_time t on t.member_id = m.id
      cross join lateral (
        select d.day::date as day
          from generate_series((${from}::timestamptz at time zone coalesce(a.time_zone, c.time_zone))::date::timestamp,
                               (${to}::timestamptz at time zone coalesce(a.time_zone, c.time_zone))::date::timestamp,
                               interval '1 day') as d (day)
         where (d.day + make_interval(hours => coalesce(t.digest_hour, 8)::int)) at time zone coalesce(a.time_zone, c.time_zone)
               > ${from}::timestamptz
           and (d.day + make_interval(hours => coalesce(t.digest_hour, 8)::int)) at time zone coalesce(a.time_zone, c.time_zone)
               <= ${to}::timestamptz
           and (coalesce(t.digest, 'daily') = 'daily' or extract(isodow from d.day) = t.digest_day)
         order by d.day desc limit 1) as due
     where m.id > ${after}::bigint
       and coalesce(t.digest, 'daily') <> 'off'
       and coalesce(t.paused_until, '-infinity') <= ${to}::timestamptz
       and exists (select from notice n where n.member_id = m.id and n.by_mail and n.read_at is null
                    and n.archived_at is null and n.count > n.mailed_count)
     order by m.id limit ${limit}`.execute(ctx.db)
  return rows
}
