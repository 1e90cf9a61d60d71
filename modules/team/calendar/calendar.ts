/** The team's calendar: its hours, the holidays it follows and its own exceptions. */
import { sql } from 'kysely'
import { describeActor } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { announce } from '#base/facts/fact.ts'
import type { Day } from '#base/time/calendar.ts'
import { audit, findCommunity } from '#modules/identity/api.ts'
import { workingCalendarChanged } from '../facts.ts'
import { teamProblems } from '../problems.ts'
import {
  addWorkingDays,
  addWorkingMinutes,
  type DayException,
  type Interval,
  isWorking,
  type WorkingCalendar,
  workingMinutesBetween,
} from './working-time.ts'

export interface NamedException {
  readonly day: Day
  readonly works: boolean
  readonly hours: Interval | null
  readonly name: string
}

const clock = (time: string): string => time.slice(0, 5)

/** The calendar as it is set, with the exceptions since a year ago. */
export async function findCalendar(ctx: Ctx): Promise<WorkingCalendar> {
  const [community, rows, setting, exceptions] = await Promise.all([
    findCommunity(ctx),
    findHours(ctx),
    ctx.db.selectFrom('working_calendar').select('follows_holidays').executeTakeFirst(),
    findExceptions(ctx, new Date(ctx.now.getTime() - 366 * 86_400_000).toISOString().slice(0, 10)),
  ])
  const hours = new Map<number, Interval[]>()
  for (const { weekday, opens, closes } of rows)
    hours.set(weekday, [...(hours.get(weekday) ?? []), { opens, closes }])
  return {
    zone: community?.time_zone ?? 'Asia/Shanghai',
    hours,
    followsHolidays: setting?.follows_holidays ?? true,
    exceptions: new Map(
      exceptions.map(({ day, works, hours }): [Day, DayException] => [
        day,
        hours ? { works, hours } : { works },
      ]),
    ),
  }
}

/**
 * Working time by the calendar of now, for everything with a time limit: read it once, then ask it as
 * often as needed.
 */
export async function workingTime(ctx: Ctx) {
  const calendar = await findCalendar(ctx)
  return {
    zone: calendar.zone,
    isWorking: (at: Date) => isWorking(calendar, at),
    addMinutes: (from: Date, minutes: number) => addWorkingMinutes(calendar, from, minutes),
    addDays: (from: Date, days: number) => addWorkingDays(calendar, from, days),
    minutesBetween: (from: Date, to: Date) => workingMinutesBetween(calendar, from, to),
  }
}

export async function findHours(ctx: Ctx): Promise<(Interval & { readonly weekday: number })[]> {
  const rows = await ctx.db
    .selectFrom('working_hours')
    .select(['weekday', 'opens', 'closes'])
    .orderBy('weekday')
    .orderBy('opens')
    .execute()
  return rows.map(({ weekday, opens, closes }) => ({ weekday, opens: clock(opens), closes: clock(closes) }))
}

/** Exceptions from a day on, at most two thousand. */
export async function findExceptions(
  ctx: Ctx,
  from: Day,
  before: Day = '9999-12-31',
): Promise<NamedException[]> {
  const rows = await ctx.db
    .selectFrom('calendar_exception')
    .select([sql<string>`day::text`.as('day'), 'works', 'opens', 'closes', 'name'])
    .where('day', '>=', sql<Date>`${from}::date`)
    .where('day', '<', sql<Date>`${before}::date`)
    .orderBy('day')
    .limit(2_000)
    .execute()
  return rows.map(({ day, works, opens, closes, name }) => ({
    day,
    works,
    hours: opens && closes ? { opens: clock(opens), closes: clock(closes) } : null,
    name,
  }))
}

/** Sets the weekly hours and whether public holidays are followed. Throws `hours_overlap`. */
export async function setWorkingHours(
  ctx: Ctx,
  given: {
    readonly hours: readonly (Interval & { readonly weekday: number })[]
    readonly followsHolidays: boolean
  },
): Promise<void> {
  const sorted = [...given.hours].sort((a, b) => a.weekday - b.weekday || a.opens.localeCompare(b.opens))
  for (const [index, part] of sorted.entries()) {
    const before = sorted[index - 1]
    if (part.closes <= part.opens || (before?.weekday === part.weekday && before.closes > part.opens))
      throw teamProblems.hoursOverlap()
  }
  await transact(ctx, async (tx) => {
    await tx.db.selectFrom('working_calendar').select('id').forUpdate().execute()
    const before = await findHours(tx)
    await tx.db.deleteFrom('working_hours').execute()
    if (sorted.length > 0) await tx.db.insertInto('working_hours').values(sorted).execute()
    await tx.db
      .updateTable('working_calendar')
      .set({
        follows_holidays: given.followsHolidays,
        changed_at: tx.now,
        changed_by: describeActor(tx.actor),
      })
      .execute()
    await announce(tx, workingCalendarChanged, {})
    await audit(tx, 'working_hours.changed', undefined, {
      before,
      after: sorted,
      followsHolidays: given.followsHolidays,
    })
  })
}

/** Says how a day is here, whatever the weekday and the state say. */
export async function setException(ctx: Ctx, given: NamedException): Promise<void> {
  const values = {
    works: given.works,
    opens: given.hours?.opens ?? null,
    closes: given.hours?.closes ?? null,
    name: given.name,
    set_at: ctx.now,
    set_by: describeActor(ctx.actor),
  }
  await transact(ctx, async (tx) => {
    await tx.db
      .insertInto('calendar_exception')
      .values({ day: sql<Date>`${given.day}::date`, ...values })
      .onConflict((conflict) => conflict.column('day').doUpdateSet(values))
      .execute()
    await announce(tx, workingCalendarChanged, {})
    await audit(tx, 'calendar_day.set', undefined, { ...given })
  })
}

/** Lets a day be as usual again. Throws `exception_not_found`. */
export async function removeException(ctx: Ctx, day: Day): Promise<void> {
  await transact(ctx, async (tx) => {
    const gone = await tx.db
      .deleteFrom('calendar_exception')
      .where('day', '=', sql<Date>`${day}::date`)
      .returning('name')
      .executeTakeFirst()
    if (!gone) throw teamProblems.exceptionNotFound()
    await announce(tx, workingCalendarChanged, {})
    await audit(tx, 'calendar_day.removed', undefined, { day, name: gone.name })
  })
}
