import { Readable } from 'node:stream'
import { z } from 'zod'
import { permitted } from '#base/access/access.ts'
import type { Ctx } from '#base/context.ts'
import { filePurposes } from '#base/files/purpose.ts'
import { readCursor, writeCursor } from '#base/http/cursor.ts'
import { route } from '#base/http/route.ts'
import { idParams, pageOf, pageQuery } from '#base/http/schemas.ts'
import { canEditField } from '../fields/field.ts'
import { findFields } from '../fields/fields.ts'
import { memberProblems } from '../problems.ts'
import { findErrors } from './error-file.ts'
import { findImports, getImport, type Import } from './import.ts'
import { checkList, discardImport, guessPlan, type ImportDoor, runImport, stopImport, undoImport, uploadList } from './imports.ts' // biome-ignore format: one line of verbs
import { importAnswer, presentImport, wholeImportAnswer } from './present.ts'
import { previewRows } from './preview.ts'
import { sayReason } from './read-row.ts'
import { importPlan, plainTargets } from './target.ts'

const access = permitted('members.import')
const tag = 'imports'
const steer = { tag, access, params: idParams, answer: importAnswer }

const previewed = z.object({
  row: z.int(),
  nickname: z.string(),
  city: z.string(),
  contacts: z.array(z.object({ kind: z.string(), system: z.string(), value: z.string() })),
  tags: z.array(z.string()),
  fields: z.array(z.object({ label: z.string(), value: z.string() })),
  joinedAt: z.iso.datetime().nullable(),
  reasons: z.array(z.object({ column: z.int().nullable(), message: z.string() })),
})

export const importRoutes = (door: ImportDoor) => {
  const show = (ctx: Ctx, list: Import) => presentImport(ctx, door.files, list)
  const showWhole = async (ctx: Ctx, list: Import) => ({
    ...(await show(ctx, list)),
    samples: list.samples.map((row) => [...row]),
    plan: list.plan ?? (await guessPlan(ctx, list)),
    planned: list.plan !== undefined,
    targets: [
      ...plainTargets.map((target) => ({ target, label: null })),
      ...(await findFields(ctx))
        .filter((field) => !field.sensitive && canEditField(ctx.actor, field))
        .map((field) => ({ target: `field:${field.key}`, label: field.label })),
    ],
  })
  return [
    route(
      {
        method: 'post',
        path: '/api/imports',
        summary: 'Upload a list of members: the file as the plain body',
        tag,
        access,
        limit: { max: 20, perSeconds: 60 },
        idempotency: 'none',
        maxBody: filePurposes.list.maxBytes,
        types: [
          'application/octet-stream',
          'text/csv',
          'text/plain',
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        ],
        seconds: 180,
        query: z.object({ name: z.string().trim().min(1).max(200) }),
        answer: wholeImportAnswer,
        status: 201,
      },
      async (ctx, { query, request }) => {
        if (!request.raw.body) throw memberProblems.importUnreadable()
        const bytes = Readable.fromWeb(request.raw.body as import('node:stream/web').ReadableStream)
        return await showWhole(ctx, await uploadList(ctx, door, { bytes, name: query.name }))
      },
    ),
    route(
      {
        method: 'get',
        path: '/api/imports',
        summary: 'List imports',
        tag,
        access,
        query: pageQuery,
        answer: pageOf(importAnswer),
      },
      async (ctx, { query }) => {
        const page = await findImports(ctx, {
          after: readCursor('imports', query.cursor),
          limit: query.limit,
        })
        return {
          items: await Promise.all(page.items.map((list) => show(ctx, list))),
          next: writeCursor('imports', page.next),
        }
      },
    ),
    route(
      {
        method: 'get',
        path: '/api/imports/{id}',
        summary: 'See an import with the first rows of its list',
        tag,
        access,
        params: idParams,
        answer: wholeImportAnswer,
      },
      async (ctx, { params }) => await showWhole(ctx, await getImport(ctx, params.id)),
    ),
    route(
      {
        method: 'post',
        path: '/api/imports/{id}/preview',
        summary: 'See the first rows as they would come in',
        tag,
        access,
        // What stands in a list is kept in the list alone.
        idempotency: 'none',
        params: idParams,
        body: importPlan,
        answer: z.object({ items: z.array(previewed) }),
      },
      async (ctx, { params, body }) => ({
        items: (await previewRows(ctx, await getImport(ctx, params.id), body)).map((row) => ({
          ...row,
          contacts: [...row.contacts],
          tags: [...row.tags],
          fields: [...row.fields],
          reasons: [...row.reasons],
          joinedAt: row.joinedAt?.toISOString() ?? null,
        })),
      }),
    ),
    route(
      {
        method: 'get',
        path: '/api/imports/{id}/errors',
        summary: 'List rows that were refused, with why',
        tag,
        access,
        params: idParams,
        query: z.object({
          after: z.coerce.number().int().min(0).default(0),
          limit: z.coerce.number().int().min(1).max(100).default(50),
        }),
        answer: z.object({
          items: z.array(
            z.object({
              row: z.int(),
              cells: z.array(z.string()),
              reasons: z.array(z.object({ column: z.int().nullable(), message: z.string() })),
            }),
          ),
          next: z.int().nullable(),
        }),
      },
      async (ctx, { params, query }) => {
        await getImport(ctx, params.id)
        const items = await findErrors(ctx, params.id, query)
        return {
          items: items.map(({ row, cells, reasons }) => ({
            row,
            cells: [...cells],
            reasons: reasons.map((reason) => ({
              column: reason.column ?? null,
              message: sayReason(reason, ctx.locale),
            })),
          })),
          next: items.length === query.limit ? (items.at(-1)?.row ?? null) : null,
        }
      },
    ),
    route(
      {
        ...steer,
        method: 'post',
        path: '/api/imports/{id}/check',
        summary: 'Say what the columns mean and try the import without changing anything',
        body: importPlan,
        status: 202,
      },
      async (ctx, { params, body }) => await show(ctx, await checkList(ctx, door, params.id, body)),
    ),
    route(
      {
        ...steer,
        method: 'post',
        path: '/api/imports/{id}/run',
        summary: 'Import the list, or go on with it',
        idempotency: 'required',
        status: 202,
      },
      async (ctx, { params }) => await show(ctx, await runImport(ctx, door, params.id)),
    ),
    route(
      { ...steer, method: 'post', path: '/api/imports/{id}/stop', summary: 'Stop a check or an import' },
      async (ctx, { params }) => await show(ctx, await stopImport(ctx, params.id)),
    ),
    route(
      {
        ...steer,
        method: 'post',
        path: '/api/imports/{id}/undo',
        summary: 'Take an import back',
        status: 202,
      },
      async (ctx, { params }) => await show(ctx, await undoImport(ctx, door, params.id)),
    ),
    route(
      {
        method: 'delete',
        path: '/api/imports/{id}',
        summary: 'Throw an uploaded list away',
        tag,
        access,
        params: idParams,
      },
      async (ctx, { params }) => {
        await discardImport(ctx, door, params.id)
        return undefined
      },
    ),
  ]
}
