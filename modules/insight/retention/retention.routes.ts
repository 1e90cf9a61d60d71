import { z } from 'zod'
import { permitted } from '#base/access/access.ts'
import { route } from '#base/http/route.ts'
import { day } from '#base/http/schemas.ts'
import type { Warehouse } from '#base/parts.ts'
import { addToDay, startOfUnit } from '#base/time/calendar.ts'
import { readClock } from '#modules/audience/api.ts'
import { findFreshness, freshness } from '../freshness.ts'
import { patience } from '../query.ts'
import { unitsWithin } from '../shapes.ts'
import { findRetention } from './retention.sql.ts'

export const retentionRoute = (warehouse: Warehouse) =>
  route(
    {
      method: 'get',
      path: '/api/insight/retention',
      summary: 'Read weekly retention by cohort',
      tag: 'insight',
      access: permitted('insight.read'),
      limit: { max: 120, perSeconds: 60 },
      query: z.object({ weeks: z.coerce.number().int().min(1).max(52).default(12) }),
      answer: z.object({
        cohorts: z.array(
          z.object({
            week: day.meta({ description: 'Monday of the week in which they were first active' }),
            size: z.int(),
            retained: z.array(z.int()).meta({
              description: 'Active members in the first week (the size) and in each week after it',
            }),
          }),
        ),
        ...freshness.shape,
      }),
    },
    async (ctx, { query: { weeks }, request: { signal } }) => {
      const thisWeek = startOfUnit((await readClock(ctx)).today, 'week')
      const asked = unitsWithin('week', addToDay(thisWeek, -7 * (weeks - 1), 'day'), thisWeek)
      const [cohorts, age] = await Promise.all([
        findRetention(warehouse.query, asked, { signal, maxSeconds: patience }),
        findFreshness(warehouse),
      ])
      return { cohorts: cohorts.map((cohort) => ({ ...cohort, retained: [...cohort.retained] })), ...age }
    },
  )
