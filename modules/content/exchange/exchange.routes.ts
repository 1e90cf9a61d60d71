import { Readable } from 'node:stream'
import { z } from 'zod'
import { permitted } from '#base/access/access.ts'
import { transact } from '#base/context.ts'
import { filePurposes } from '#base/files/purpose.ts'
import { readCursor, writeCursor } from '#base/http/cursor.ts'
import { route } from '#base/http/route.ts'
import { id, idParams, pageOf, pageQuery } from '#base/http/schemas.ts'
import { render } from '#base/i18n/messages.ts'
import type { Parts } from '#base/parts.ts'
import { audit } from '#modules/identity/api.ts'
import { reasonWords } from './exchange.messages.ts'
import {
  addFile,
  beginImport,
  type ContentImport,
  findImports,
  findRefusals,
  getImport,
  startImport,
  stopImport,
} from './import.ts'
import type { exportJob, importJob } from './jobs.ts'
import { exchangeProblems } from './problems.ts'
import { type RefusalReason, refusalReasons } from './record.ts'

const access = permitted('content.exchange')
const tag = 'content'

const answer = z.object({
  id: z.string(),
  site: z.string(),
  format: z.enum(['stackexchange', 'generic']),
  boardId: z.string(),
  board: z.string(),
  state: z.enum(['draft', 'checking', 'checked', 'running', 'stopped', 'done', 'failed']),
  stage: z.string(),
  taken: z.record(z.string(), z.number()),
  refused: z.array(z.object({ reason: z.string(), words: z.string(), count: z.number() })),
  jobId: z.string(),
  trouble: z.string(),
  createdAt: z.string(),
  finishedAt: z.string().nullable(),
  files: z.array(z.object({ name: z.string(), size: z.number() })),
  can: z.object({ upload: z.boolean(), check: z.boolean(), run: z.boolean(), stop: z.boolean() }),
})

function present(held: ContentImport, locale: 'zh-CN' | 'en'): z.input<typeof answer> {
  const busy = held.state === 'running' || held.state === 'checking'
  const ready = !busy && held.files.length > 0 && held.state !== 'done'
  const { position: _, ...rest } = held
  return {
    ...rest,
    taken: { ...held.taken },
    refused: refusalReasons.flatMap((reason) =>
      held.refused[reason]
        ? [{ reason, words: render(reasonWords[reason], locale), count: held.refused[reason] }]
        : [],
    ),
    createdAt: held.createdAt.toISOString(),
    finishedAt: held.finishedAt?.toISOString() ?? null,
    files: [...held.files],
    can: { upload: !busy && held.state !== 'done', check: ready, run: ready, stop: busy },
  }
}

export const exchangeRoutes = (
  { jobs, files }: Pick<Parts, 'jobs' | 'files'>,
  work: { import: ReturnType<typeof importJob>; export: ReturnType<typeof exportJob> },
) => [
  route(
    {
      method: 'get',
      path: '/api/content/imports',
      summary: 'List imports of communities',
      tag,
      access,
      query: pageQuery,
      answer: pageOf(answer),
    },
    async (ctx, { query }) => {
      const page = await findImports(ctx, {
        after: readCursor('content-imports', query.cursor),
        limit: query.limit,
      })
      return {
        items: page.items.map((held) => present(held, ctx.locale)),
        next: writeCursor('content-imports', page.next),
      }
    },
  ),
  route(
    {
      method: 'post',
      path: '/api/content/imports',
      summary: 'Begin an import of a community',
      tag,
      access,
      limit: { max: 30, perSeconds: 60 },
      body: z.object({
        site: z
          .string()
          .regex(/^[a-z0-9](-?[a-z0-9]){0,39}$/)
          .describe('Names where it comes from; the same name again goes on where it was'),
        format: z.enum(['stackexchange', 'generic']),
        boardId: id.describe('Where posts go whose own board is not known here'),
      }),
      answer,
      status: 201,
    },
    async (ctx, { body }) => present(await getImport(ctx, await beginImport(ctx, body)), ctx.locale),
  ),
  route(
    {
      method: 'get',
      path: '/api/content/imports/{id}',
      summary: 'See an import of a community',
      tag,
      access,
      params: idParams,
      answer,
    },
    async (ctx, { params }) => present(await getImport(ctx, params.id), ctx.locale),
  ),
  route(
    {
      method: 'post',
      path: '/api/content/imports/{id}/files',
      summary: 'Upload a file of the dump: the file as the plain body',
      tag,
      access,
      limit: { max: 60, perSeconds: 60 },
      idempotency: 'none',
      maxBody: filePurposes.list.maxBytes,
      types: ['application/octet-stream', 'text/plain', 'text/csv', 'text/xml', 'application/xml'],
      seconds: 300,
      params: idParams,
      query: z.object({ name: z.string().trim().min(1).max(190) }),
      answer,
      status: 201,
    },
    async (ctx, { params, query, request }) => {
      if (!request.raw.body) throw exchangeProblems.exchangeEmpty()
      const bytes = Readable.fromWeb(request.raw.body as import('node:stream/web').ReadableStream)
      await addFile(ctx, files, params.id, { name: query.name, bytes })
      return present(await getImport(ctx, params.id), ctx.locale)
    },
  ),
  ...(['check', 'run'] as const).map((verb) =>
    route(
      {
        method: 'post',
        path: `/api/content/imports/{id}/${verb}`,
        summary:
          verb === 'check' ? 'Read a dump without taking anything' : 'Take a dump in, or go on with it',
        tag,
        access,
        limit: { max: 20, perSeconds: 60 },
        params: idParams,
        answer,
        status: 202,
      },
      async (ctx, { params }) => {
        await startImport(ctx, jobs, work.import, params.id, verb === 'check')
        return present(await getImport(ctx, params.id), ctx.locale)
      },
    ),
  ),
  route(
    {
      method: 'post',
      path: '/api/content/imports/{id}/stop',
      summary: 'Stop an import; it can go on later',
      tag,
      access,
      params: idParams,
      answer,
    },
    async (ctx, { params }) => {
      await stopImport(ctx, params.id)
      return present(await getImport(ctx, params.id), ctx.locale)
    },
  ),
  route(
    {
      method: 'get',
      path: '/api/content/imports/{id}/refusals',
      summary: 'List what an import did not take, with why',
      tag,
      access,
      params: idParams,
      query: z.object({ after: id.optional(), limit: z.coerce.number().int().min(1).max(100).default(50) }),
      answer: z.object({
        items: z.array(
          z.object({
            id: z.string(),
            what: z.string(),
            sourceId: z.string(),
            reason: z.string(),
            words: z.string(),
          }),
        ),
      }),
    },
    async (ctx, { params, query }) => {
      await getImport(ctx, params.id)
      const items = await findRefusals(ctx, params.id, query.after, query.limit)
      return {
        items: items.map((each) => ({
          ...each,
          words: render(reasonWords[each.reason as RefusalReason], ctx.locale),
        })),
      }
    },
  ),
  route(
    {
      method: 'post',
      path: '/api/content/exports',
      summary: 'Export everything that stands in the community',
      tag,
      access,
      limit: { max: 6, perSeconds: 3_600 },
      answer: z.object({ jobId: z.string() }),
      status: 202,
    },
    async (ctx) =>
      await transact(ctx, async (tx) => {
        const askedBy = 'name' in ctx.actor ? ctx.actor.name : ctx.actor.kind
        const jobId = await jobs.enqueue(tx, work.export, { askedBy })
        await audit(tx, 'content.exported', { kind: 'job', id: jobId })
        return { jobId }
      }),
  ),
]
