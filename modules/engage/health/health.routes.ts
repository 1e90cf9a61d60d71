/** The health of delivery over HTTP. */
import { z } from 'zod'
import { permitted } from '#base/access/access.ts'
import { type AnyRoute, route } from '#base/http/route.ts'
import { day, moment } from '#base/http/schemas.ts'
import { findDeliveries } from './health.ts'

const count = z.int()

export const healthRoutes = (): AnyRoute[] => [
  route(
    {
      method: 'get',
      path: '/api/notice-deliveries',
      summary: 'See how notices are delivered: sent, failed and why',
      tag: 'Notices',
      access: permitted('engage.read'),
      query: z.object({ days: z.coerce.number().int().min(1).max(30).default(14) }),
      answer: z.object({
        days: z.array(
          z.object({
            day,
            inbox: count,
            pushSent: count,
            pushFailed: count,
            mailSent: count,
            mailFailed: count,
          }),
        ),
        reasons: z.array(z.object({ state: z.enum(['failed', 'dropped']), reason: z.string(), count })),
        waiting: count,
        waitingSince: moment.nullable(),
        browsers: count,
        told: count,
        read: count,
      }),
    },
    async (ctx, { query }) => {
      const { days, reasons, waitingSince, ...rest } = await findDeliveries(ctx, query.days)
      return {
        ...rest,
        days: [...days],
        reasons: [...reasons],
        waitingSince: waitingSince?.toISOString() ?? null,
      }
    },
  ),
]
