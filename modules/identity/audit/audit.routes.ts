/** Reading the audit log, and checking that nobody touched it. */
import { z } from 'zod'
import { permitted } from '#base/access/access.ts'
import type { Ctx } from '#base/context.ts'
import { type AnyRoute, route } from '#base/http/route.ts'
import { id, moment, pageOf, pageQuery } from '#base/http/schemas.ts'
import type { Identity } from '../engine/identity.ts'
import { verifyAudit } from './verify.ts'

const tag = 'Audit'

const entryView = z.object({
  id,
  at: moment,
  /** `account:12`, `apiKey:3`, `system:cli`. */
  actor: z.string(),
  actorName: z.string(),
  action: z.string(),
  object: z.object({ kind: z.string(), id: z.string().nullable() }).nullable(),
  /** The fields that matter, before and after. */
  detail: z.record(z.string(), z.unknown()),
  ip: z.string().nullable(),
  requestId: z.string(),
})

const auditQuery = pageQuery.extend({
  actor: z.string().max(80).optional(),
  /** The whole code, or its beginning: `operator` finds `operator.invited`. */
  action: z.string().max(80).optional(),
  from: moment.optional(),
  to: moment.optional(),
})

const findEntries = (ctx: Ctx, query: z.output<typeof auditQuery>) =>
  ctx.db
    .selectFrom('audit_entry')
    .select([
      'id',
      'at',
      'actor',
      'actor_name',
      'action',
      'object_kind',
      'object_id',
      'detail',
      'ip',
      'request_id',
    ])
    .$if(query.cursor !== undefined, (rows) => rows.where('id', '<', query.cursor as string))
    .$if(query.actor !== undefined, (rows) => rows.where('actor', '=', query.actor as string))
    .$if(query.action !== undefined, (rows) =>
      rows.where('action', 'like', `${(query.action as string).replaceAll(/[\\%_]/g, '\\$&')}%`),
    )
    .$if(query.from !== undefined, (rows) => rows.where('at', '>=', new Date(query.from as string)))
    .$if(query.to !== undefined, (rows) => rows.where('at', '<', new Date(query.to as string)))
    .orderBy('id', 'desc')
    .limit(query.limit + 1)
    .execute()

export const auditRoutes = ({ parts }: Identity): AnyRoute[] => [
  route(
    {
      method: 'get',
      path: '/api/audit',
      summary: 'Read what operators did, newest first',
      tag,
      access: permitted('audit.read'),
      query: auditQuery.extend({ cursor: id.optional() }),
      answer: pageOf(entryView),
    },
    async (ctx, { query }) => {
      const rows = await findEntries(ctx, query)
      const page = rows.slice(0, query.limit)
      return {
        items: page.map((row) => ({
          id: row.id,
          at: row.at.toISOString(),
          actor: row.actor,
          actorName: row.actor_name,
          action: row.action,
          object: row.object_kind ? { kind: row.object_kind, id: row.object_id } : null,
          detail: row.detail as Record<string, unknown>,
          ip: row.ip,
          requestId: row.request_id,
        })),
        next: rows.length > query.limit ? (page.at(-1)?.id ?? null) : null,
      }
    },
  ),
  route(
    {
      method: 'get',
      path: '/api/audit/verification',
      summary: 'Check that the audit log is as it was written',
      tag,
      access: permitted('audit.read'),
      limit: { max: 10, perSeconds: 60 },
      answer: z.object({
        intact: z.boolean(),
        entries: z.number().int(),
        brokenAt: z.string().nullable(),
      }),
    },
    async (ctx) => await verifyAudit(ctx, parts.secrets),
  ),
]
