import { z } from 'zod'
import { permitted } from '#base/access/access.ts'
import { transact } from '#base/context.ts'
import { route } from '#base/http/route.ts'
import type { Parts } from '#base/parts.ts'
import { audit } from '#modules/identity/api.ts'
import { findFields } from '../fields/fields.ts'
import { memberFilter } from '../people/filter.ts'
import { type FilterParts, settleFilter, understandFilter } from '../people/understand-filter.ts'
import { exportColumn, openFor, plainColumns } from './export-columns.ts'
import type { exportMembersJob } from './export-members.ts'

export const exportRoutes = (
  { jobs, ...filters }: Pick<Parts, 'jobs'> & FilterParts,
  job: ReturnType<typeof exportMembersJob>,
) => [
  route(
    {
      method: 'post',
      path: '/api/members/export',
      summary: 'Export members as CSV or XLSX',
      tag: 'members',
      access: permitted('members.export'),
      limit: { max: 10, perSeconds: 60 },
      body: z.object({
        filter: memberFilter.default({}),
        columns: z
          .array(exportColumn)
          .min(1)
          .max(120)
          .default([...plainColumns]),
        format: z.enum(['csv', 'xlsx']).default('csv'),
        full: z
          .boolean()
          .default(false)
          .describe('Contact points and sensitive fields in full instead of masked'),
      }),
      answer: z.object({ jobId: z.string() }),
      status: 202,
    },
    async (ctx, { body: { full, ...body } }) =>
      await transact(ctx, async (tx) => {
        // The job acts for nobody: what may be asked is decided here.
        const open = openFor(ctx.actor, body.columns, await findFields(tx), full)
        const filter = await settleFilter(tx, filters.vault, body.filter)
        await understandFilter(tx, filters, filter)
        const askedBy = 'name' in ctx.actor ? ctx.actor.name : ctx.actor.kind
        const jobId = await jobs.enqueue(tx, job, {
          ...body,
          filter,
          open: { contacts: open.contacts, fields: [...open.fields] },
          locale: ctx.locale,
          askedBy,
        })
        await audit(tx, 'members.exported', { kind: 'job', id: jobId }, { ...body, open })
        return { jobId }
      }),
  ),
]
