import { z } from 'zod'
import { permitted } from '#base/access/access.ts'
import { route } from '#base/http/route.ts'
import { day, refusal } from '#base/http/schemas.ts'
import type { Warehouse } from '#base/parts.ts'
import { addToDay, daysBetween, startOfUnit } from '#base/time/calendar.ts'
import { findFreshness, freshness } from '../freshness.ts'
import { words } from '../insight.messages.ts'
import { patience } from '../query.ts'
import { unitsWithin } from '../shapes.ts'
import { findActivity, findTotals } from './activity.sql.ts'

/** Days of one question; beyond it a chart is no longer readable and a query no longer quick. */
const maxDays = 1_100
/** Points of one series. */
const maxPoints = 400

const counted = z.object({
  actives: z.int().meta({ description: 'Members who did anything' }),
  newcomers: z.int().meta({ description: 'Of these, members who had never done anything before' }),
  events: z.int().meta({ description: 'What people did, whoever they are' }),
})

const query = z
  .object({
    from: day.meta({ description: 'First day, in the community zone' }),
    to: day.meta({ description: 'Last day, included' }),
    unit: z.enum(['day', 'week', 'month']).default('day'),
  })
  .refine(({ from, to }) => from <= to, { ...refusal(words.rangeBackwards), path: ['to'] })
  .refine(({ from, to }) => daysBetween(from, to) < maxDays, {
    ...refusal(words.rangeTooLong),
    path: ['from'],
  })
  .refine(({ from, to, unit }) => from > to || unitsWithin(unit, from, to).length <= maxPoints, {
    ...refusal(words.tooManyPoints),
    path: ['unit'],
  })

export const activityRoute = (warehouse: Warehouse) =>
  route(
    {
      method: 'get',
      path: '/api/insight/activity',
      summary: 'Read active members over time',
      tag: 'insight',
      access: permitted('insight.read'),
      limit: { max: 120, perSeconds: 60 },
      query,
      answer: z.object({
        unit: z.enum(['day', 'week', 'month']),
        series: z.array(counted.extend({ start: day })),
        total: counted.extend({ from: day, to: day }),
        previous: counted.extend({ from: day, to: day }),
        ...freshness.shape,
      }),
    },
    async (_ctx, { query: { from, to, unit }, request: { signal } }) => {
      const options = { signal, maxSeconds: patience }
      // A unit that the range cuts is shown whole, so that a point means the same in every range.
      const whole = {
        from: startOfUnit(from, unit),
        to: addToDay(addToDay(startOfUnit(to, unit), 1, unit), -1, 'day'),
      }
      const length = daysBetween(from, to) + 1
      const first = addToDay(from, -length, 'day')
      const [found, { current, previous }, age] = await Promise.all([
        findActivity(warehouse.query, unit, whole, options),
        findTotals(warehouse.query, { first, from, to }, options),
        findFreshness(warehouse),
      ])
      const nothing = { actives: 0, newcomers: 0, events: 0 }
      return {
        unit,
        series: unitsWithin(unit, from, to).map((start) => ({ start, ...(found.get(start) ?? nothing) })),
        total: { from, to, ...current },
        previous: { from: first, to: addToDay(from, -1, 'day'), ...previous },
        ...age,
      }
    },
  )
