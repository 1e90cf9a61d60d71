import { z } from 'zod'
import { permitted } from '#base/access/access.ts'
import { transact } from '#base/context.ts'
import { route } from '#base/http/route.ts'
import type { Parts } from '#base/parts.ts'
import { audit } from '#modules/identity/api.ts'
import { memberFilter } from '../people/filter.ts'
import { type FilterParts, settleFilter, understandFilter } from '../people/understand-filter.ts'
import { exportColumns, type exportMembersJob } from './export-members.ts'

export const exportRoutes = (
  { jobs, ...filters }: Pick<Parts, 'jobs'> & FilterParts,
  job: ReturnType<typeof exportMembersJob>,
) => [
  route(
    {
      method: 'post',
      path: '/api/members/export',
      summary: 'Export members as CSV',
      tag: 'members',
      access: permitted('members.export'),
      limit: { max: 10, perSeconds: 60 },
      body: z.object({
        filter: memberFilter.default({}),
        columns: z
          .array(z.enum(exportColumns))
          .min(1)
          .default([...exportColumns]),
      }),
      answer: z.object({ jobId: z.string() }),
      status: 202,
    },
    async (ctx, { body }) =>
      await transact(ctx, async (tx) => {
        // The job acts for nobody: what may be asked is decided here.
        const filter = await settleFilter(tx, filters.vault, body.filter)
        await understandFilter(tx, filters, filter)
        const askedBy = 'name' in ctx.actor ? ctx.actor.name : ctx.actor.kind
        const jobId = await jobs.enqueue(tx, job, { ...body, filter, locale: ctx.locale, askedBy })
        await audit(tx, 'members.exported', { kind: 'job', id: jobId }, body)
        return { jobId }
      }),
  ),
]
