/** The working calendar over HTTP. */
import { z } from 'zod'
import { operator, permitted } from '#base/access/access.ts'
import { may } from '#base/access/actor.ts'
import { route } from '#base/http/route.ts'
import { day, moment, refusal } from '#base/http/schemas.ts'
import { render } from '#base/i18n/messages.ts'
import { addToDay } from '#base/time/calendar.ts'
import { findPublicDay, holidaysKnownTo, publicDaysOf } from '#base/time/holidays.ts'
import {
  findCalendar,
  findExceptions,
  findHours,
  removeException,
  setException,
  setWorkingHours,
} from './calendar.ts'
import { addWorkingMinutes, isWorking, isWorkingDay } from './working-time.ts'

const tag = 'Team'
const manages = permitted('calendar.manage')

const time = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/)
const interval = z
  .object({ opens: time, closes: time })
  .refine(
    ({ opens, closes }) => closes > opens,
    refusal({ zh: '结束时间要晚于开始时间', en: 'It must end after it begins' }),
  )
const weekly = z.object({ weekday: z.int().min(1).max(7), opens: time, closes: time })

export const calendarRoutes = [
  route(
    {
      method: 'get',
      path: '/api/working-calendar',
      summary: 'Read the working hours, and the days of a year that are different',
      tag,
      access: operator,
      query: z.object({ year: z.coerce.number().int().min(2004).max(2099).optional() }),
      answer: z.object({
        zone: z.string(),
        year: z.int(),
        /** By weekday: 1 Monday … 7 Sunday. */
        hours: z.array(weekly),
        followsHolidays: z.boolean(),
        /** Public holidays are known up to the end of this year. */
        holidaysKnownTo: z.int(),
        days: z.array(
          z.object({
            day,
            name: z.string(),
            works: z.boolean(),
            /** Set here; otherwise the state’s arrangement. */
            own: z.boolean(),
            hours: interval.nullable(),
          }),
        ),
        workingDays: z.int(),
        now: z.object({ working: z.boolean() }),
        can: z.object({ manage: z.boolean() }),
      }),
    },
    async (ctx, { query }) => {
      const calendar = await findCalendar(ctx)
      const year = query.year ?? Number(ctx.now.toISOString().slice(0, 4))
      const [first, after] = [`${year}-01-01`, `${year + 1}-01-01`]
      const exceptions = await findExceptions(ctx, first, after)
      const own = new Set(exceptions.map((each) => each.day))
      const days = [
        ...exceptions.map((each) => ({ ...each, own: true })),
        ...(calendar.followsHolidays ? publicDaysOf(year) : [])
          .filter((each) => !own.has(each))
          .map((each) => {
            const mark = findPublicDay(each)!
            return {
              day: each,
              name: render(mark.name, ctx.locale),
              works: mark.works,
              own: false,
              hours: null,
            }
          }),
      ].sort((a, b) => a.day.localeCompare(b.day))
      const asSet = {
        ...calendar,
        exceptions: new Map(
          exceptions.map(({ day: at, works, hours }) => [at, hours ? { works, hours } : { works }]),
        ),
      }
      let workingDays = 0
      for (let at = first; at < after; at = addToDay(at, 1, 'day')) if (isWorkingDay(asSet, at)) workingDays++
      return {
        zone: calendar.zone,
        year,
        hours: await findHours(ctx),
        followsHolidays: calendar.followsHolidays,
        holidaysKnownTo,
        days,
        workingDays,
        now: { working: isWorking(calendar, ctx.now) },
        can: { manage: may(ctx.actor, 'calendar.manage') },
      }
    },
  ),
  route(
    {
      method: 'put',
      path: '/api/working-calendar',
      summary: 'Set the weekly hours, and whether public holidays are followed',
      tag,
      access: manages,
      body: z.object({ hours: z.array(weekly).max(28), followsHolidays: z.boolean() }),
    },
    async (ctx, { body }) => {
      await setWorkingHours(ctx, body)
      return undefined
    },
  ),
  route(
    {
      method: 'put',
      path: '/api/working-calendar/days/{day}',
      summary: 'Say how one day is, whatever the weekday',
      tag,
      access: manages,
      params: z.object({ day }),
      body: z.object({
        name: z.string().trim().min(1).max(30),
        works: z.boolean(),
        hours: interval.nullable().default(null),
      }),
    },
    async (ctx, { params, body }) => {
      await setException(ctx, { day: params.day, ...body, hours: body.works ? body.hours : null })
      return undefined
    },
  ),
  route(
    {
      method: 'delete',
      path: '/api/working-calendar/days/{day}',
      summary: 'Let a day be as usual again',
      tag,
      access: manages,
      params: z.object({ day }),
    },
    async (ctx, { params }) => {
      await removeException(ctx, params.day)
      return undefined
    },
  ),
  route(
    {
      method: 'get',
      path: '/api/working-calendar/deadline',
      summary: 'See when so many minutes of working time have passed',
      tag,
      access: operator,
      query: z.object({ from: moment.optional(), minutes: z.coerce.number().int().min(1).max(525_600) }),
      answer: z.object({ from: moment, dueAt: moment }),
    },
    async (ctx, { query }) => {
      const from = query.from ? new Date(query.from) : ctx.now
      const due = addWorkingMinutes(await findCalendar(ctx), from, query.minutes)
      return { from: from.toISOString(), dueAt: due.toISOString() }
    },
  ),
]
