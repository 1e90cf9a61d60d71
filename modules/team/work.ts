/** What of the team's own waits for operators. */
import { sql } from 'kysely'
import type { Ctx } from '#base/context.ts'
import { say } from '#base/declarations/said.ts'
import type { WorkItem, WorkSource } from '#base/declarations/work.ts'
import { addToDay, dayOf, instantOf, startOfDay } from '#base/time/calendar.ts'
import { accountOf } from './acting.ts'
import { findCalendar } from './calendar/calendar.ts'
import { findEndingGuests } from './people/guests.ts'
import { tasks } from './tasks/tasks.sql.ts'
import { workWords as words } from './work.messages.ts'

const dayMs = 86_400_000

/** My tasks that are due by tonight or urgent, and what nobody in my departments has taken yet. */
const dueTasks: WorkSource = {
  name: 'team.tasks',
  kind: 'task',
  label: words.tasks,
  permission: 'tasks.work',
  staleWith: ['tasks', 'departments'],
  find: async (ctx, { limit }) => {
    const me = accountOf(ctx)
    if (!me) return { items: [], total: 0 }
    const { zone } = await findCalendar(ctx)
    const tonight = startOfDay(addToDay(dayOf(ctx.now, zone), 1, 'day'), zone)
    const rows = await tasks(ctx)
      .select(sql<number>`count(*) over ()::int`.as('total'))
      .where('t.closed_at', 'is', null)
      .where((where) => where.or([where('t.due_at', '<', tonight), where('t.urgent', '=', true)]))
      .where((where) =>
        where.or([
          where('t.owner_id', '=', me),
          where.and([
            where('t.owner_id', 'is', null),
            where(
              't.department_id',
              'in',
              where
                .selectFrom('department_member as m')
                .select('m.department_id')
                .where('m.account_id', '=', me),
            ),
          ]),
        ]),
      )
      .orderBy('t.urgent', 'desc')
      .orderBy('t.due_at', (column) => column.asc().nullsLast())
      .orderBy('t.id')
      .limit(limit)
      .execute()
    const items = rows.map((task): WorkItem => {
      const evidence = task.objectName
        ? words.taskAbout
        : task.steps > 0
          ? words.taskSteps
          : task.createdById && task.createdById !== me
            ? words.taskFrom
            : words.taskPlain
      return {
        key: task.id,
        title: say(words.taskTitle, { title: task.title }),
        note: say(task.ownerId ? evidence : words.taskUnowned, {
          object: task.objectName ?? '',
          done: task.stepsDone,
          steps: task.steps,
          from: task.createdByName ?? '',
        }),
        since: task.createdAt,
        ...(task.dueAt ? { dueAt: task.dueAt } : {}),
        ...(task.urgent ? { urgent: true } : {}),
        ...(task.detail
          ? { more: { points: [say(words.taskTitle, { title: task.detail.slice(0, 300) })] } }
          : {}),
        act: task.ownerId ? words.goOn : words.takeTask,
        path: `/tasks/${task.id}`,
        ...(task.ownerId ? { owner: task.ownerId } : {}),
        ...(task.departmentKey ? { department: task.departmentKey } : {}),
      }
    })
    return { items, total: rows[0]?.total ?? 0 }
  },
}

/** People who left or are suspended, and whose tasks nobody has. */
const orphans: WorkSource = {
  name: 'team.handover',
  kind: 'signal',
  label: words.handover,
  permission: 'tasks.manage',
  staleWith: ['tasks', 'operators'],
  find: async (ctx, { limit }) => {
    const { rows } = await sql<{ id: string; name: string; open: number; late: number; total: number }>`
      select t.owner_id::text as id, a.name, count(*)::int as open,
             count(*) filter (where t.due_at < ${ctx.now})::int as late, count(*) over ()::int as total
        from task t join account a on a.id = t.owner_id
       where t.closed_at is null
         and (not exists (select 1 from operator o where o.account_id = t.owner_id)
              or exists (select 1 from account_suspension x where x.account_id = t.owner_id))
       group by t.owner_id, a.name order by open desc, t.owner_id limit ${limit}`.execute(ctx.db)
    return {
      items: rows.map((row) => ({
        key: row.id,
        title: say(words.handoverTitle, { name: row.name, count: row.open }),
        note: say(row.late > 0 ? words.handoverLate : words.handoverNote, { late: row.late }),
        act: words.handOver,
        path: `/tasks/workload?from=${row.id}`,
      })),
      total: rows[0]?.total ?? 0,
    }
  },
}

const warnDays = 14

/** Agreements with guests that end within two weeks. */
const endingGuests: WorkSource = {
  name: 'team.guests',
  kind: 'care',
  label: words.guests,
  permission: 'team.manage',
  staleWith: ['guests', 'operators'],
  find: async (ctx, { limit }) => {
    const { zone } = await findCalendar(ctx)
    const { rows, total } = await findEndingGuests(
      ctx,
      addToDay(dayOf(ctx.now, zone), warnDays, 'day'),
      limit,
    )
    return {
      items: rows.map((row): WorkItem => {
        const ends = row.endsOn ?? dayOf(ctx.now, zone)
        const over = ends < dayOf(ctx.now, zone)
        return {
          key: `${row.id}:${ends}`,
          title: say(over ? words.guestOver : words.guestTitle, { name: row.name, day: ends }),
          note: say(words.guestNote, { field: row.field ?? '', keeper: row.keeperName ?? '—' }),
          act: words.seeGuest,
          path: '/settings/departments',
        }
      }),
      total,
    }
  },
}

/** Meetings of today, until they are over and their minutes written. */
const meetings: WorkSource = {
  name: 'team.meetings',
  kind: 'task',
  label: words.meetings,
  permission: 'tasks.read',
  staleWith: ['meetings'],
  find: async (ctx, { limit }) => {
    const { zone } = await findCalendar(ctx)
    const today = dayOf(ctx.now, zone)
    const rows = await ctx.db
      .selectFrom('meeting as m')
      .select(['m.id', 'm.title', 'm.starts_at as startsAt'])
      .select((eb) => [
        eb
          .selectFrom('meeting_item as i')
          .select(sql<number>`count(*)::int`.as('n'))
          .whereRef('i.meeting_id', '=', 'm.id')
          .as('items'),
        sql<number>`count(*) over ()::int`.as('total'),
      ])
      .where('m.closed_at', 'is', null)
      .where('m.starts_at', '<', instantOf(addToDay(today, 1, 'day'), '00:00', zone))
      .where('m.starts_at', '>', new Date(ctx.now.getTime() - 7 * dayMs))
      .orderBy('m.starts_at')
      .limit(limit)
      .execute()
    return {
      items: rows.map((row): WorkItem => {
        const held = row.startsAt <= ctx.now
        return {
          key: row.id,
          kind: 'task',
          title: say(held ? words.minutesTitle : words.meetingTitle, { title: row.title }),
          note: say(words.meetingNote, { items: row.items ?? 0 }),
          since: row.startsAt,
          ...(held ? {} : { dueAt: row.startsAt }),
          act: held ? words.writeMinutes : words.openAgenda,
          path: `/meetings/${row.id}`,
        }
      }),
      total: rows[0]?.total ?? 0,
    }
  },
}

export const teamWork: readonly WorkSource[] = [dueTasks, orphans, endingGuests, meetings]

/** What a meeting talks about: tasks of the departments that are late, or due before the next one. */
export async function findOpenMatters(ctx: Ctx, until: Date) {
  return await tasks(ctx)
    .where('t.closed_at', 'is', null)
    .where((where) => where.or([where('t.due_at', '<', until), where('t.urgent', '=', true)]))
    .orderBy('t.due_at', (column) => column.asc().nullsLast())
    .orderBy('t.id')
    .limit(40)
    .execute()
}
