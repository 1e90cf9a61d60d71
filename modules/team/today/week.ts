/** My week: tasks that are due and meetings, day by day, with the days that are off. */
import { sql } from 'kysely'
import { type Id, may } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { addToDay, type Day, dayOf, startOfDay, startOfUnit } from '#base/time/calendar.ts'
import { findPublicDay } from '#base/time/holidays.ts'
import { findCalendar, findExceptions } from '../calendar/calendar.ts'
import { isWorkingDay } from '../calendar/working-time.ts'

export type AgendaKind = 'task' | 'department' | 'meeting'

export interface AgendaItem {
  readonly kind: AgendaKind
  readonly title: string
  readonly at: Date
  readonly path: string
  readonly done: boolean
}

export interface AgendaDay {
  readonly day: Day
  readonly works: boolean
  /** What the day is called when it is no ordinary one. */
  readonly name: { readonly zh: string; readonly en: string } | null
  readonly items: readonly AgendaItem[]
}

/** The seven days from the Monday of `day`, at most a hundred items; meetings are the team's, not its guests'. */
export async function findWeek(ctx: Ctx, accountId: Id, day?: Day): Promise<AgendaDay[]> {
  const calendar = await findCalendar(ctx)
  const { zone } = calendar
  const monday = startOfUnit(day ?? dayOf(ctx.now, zone), 'week')
  const days = Array.from({ length: 7 }, (_, index) => addToDay(monday, index, 'day'))
  const [from, to] = [startOfDay(monday, zone), startOfDay(addToDay(monday, 7, 'day'), zone)]
  const { rows } = await sql<Omit<AgendaItem, 'path'> & { id: string }>`
    (select case when t.owner_id = ${accountId} then 'task' else 'department' end as kind, t.id::text as id,
            t.title, t.due_at as at, t.closed_at is not null as done
       from task t
      where t.due_at >= ${from} and t.due_at < ${to} and t.outcome is distinct from 'dropped'
        and (t.owner_id = ${accountId} or (t.owner_id is null and t.department_id in
              (select department_id from department_member where account_id = ${accountId})))
      order by t.due_at, t.id limit 80)
    union all
    (select 'meeting', m.id::text, m.title, m.starts_at, m.closed_at is not null
       from meeting m where m.starts_at >= ${from} and m.starts_at < ${to} and ${may(ctx.actor, 'tasks.read')}
      order by m.starts_at limit 20)
    order by at, id`.execute(ctx.db)
  const own = new Map(
    (await findExceptions(ctx, monday, addToDay(monday, 7, 'day'))).map((each) => [each.day, each.name]),
  )
  return days.map((each) => {
    const mine = own.get(each)
    const mark = calendar.followsHolidays ? findPublicDay(each) : undefined
    return {
      day: each,
      works: isWorkingDay(calendar, each),
      name: mine ? { zh: mine, en: mine } : (mark?.name ?? null),
      items: rows
        .filter((row) => dayOf(row.at, zone) === each)
        .map(({ id, ...item }) => ({
          ...item,
          path: item.kind === 'meeting' ? `/meetings/${id}` : `/tasks/${id}`,
        })),
    }
  })
}
