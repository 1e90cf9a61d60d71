/** The doors of imports: the same for each kind, at an address of its own. */
import { Readable } from 'node:stream'
import { z } from 'zod'
import { permitted } from '../access/access.ts'
import type { Ctx } from '../context.ts'
import { filePurposes } from '../files/purpose.ts'
import { readCursor, writeCursor } from '../http/cursor.ts'
import { type AnyRoute, route } from '../http/route.ts'
import { idParams, pageOf, pageQuery } from '../http/schemas.ts'
import { findImports, getImport, type Import } from './import.ts'
import type { Reason, Shape } from './kind.ts'
import { importAnswer, presentImport } from './present.ts'
import { findErrors, sayReasons } from './refused.ts'
import { checkImport, type Door, discardImport, runImport, stopImport, undoImport, uploadImport } from './steps.ts' // biome-ignore format: one line of verbs

/** How a kind is spoken to. */
export interface Face<S extends Shape> {
  /** `/api/imports` */
  readonly path: string
  readonly tag: string
  readonly permission: string
  /** Sentences of the reference. */
  readonly says: Readonly<Record<'upload' | 'list' | 'see' | 'preview' | 'errors' | 'check' | 'run' | 'stop' | 'discard', string>> & {
    readonly undo?: string
  } // biome-ignore format: names in a row
  /** What else is asked for with a file, and the columns that become of it. */
  readonly asks?: z.ZodRawShape
  readonly own?: (
    ctx: Ctx,
    asked: Readonly<Record<string, unknown>>,
  ) => Promise<Readonly<Record<string, string>>>
  /** What an import answers besides what all do. */
  readonly more: z.ZodRawShape
  readonly present: (list: Import<S>) => object
  /** Of one that is seen whole: what columns may be. */
  readonly target: z.ZodType
  readonly targets: (ctx: Ctx) => Promise<readonly unknown[]>
  /** What the columns probably are. */
  readonly guess: (ctx: Ctx, list: Import<S>) => Promise<S['plan']>
  /** The first things as they would come in; throws what a check says of the plan. */
  readonly previewed: z.ZodRawShape
  readonly preview: (
    ctx: Ctx,
    list: Import<S>,
    plan: S['plan'],
  ) => Promise<readonly ({ readonly row: number; readonly reasons: readonly Reason[] } & object)[]>
}

const reasons = z.array(z.object({ column: z.int().nullable(), message: z.string() }))

const sheets = [
  'application/octet-stream',
  'text/csv',
  'text/plain',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
]

export function importRoutes<S extends Shape>(door: Door<S>, face: Face<S>): readonly AnyRoute[] {
  const { kind, files } = door
  const { path, tag, permission, says } = face
  const access = permitted(permission)
  const answer = importAnswer(kind.counts, face.more)
  const whole = importAnswer(kind.counts, {
    ...face.more,
    samples: z.array(z.array(z.string())),
    plan: kind.plan,
    planned: z.boolean().describe('Whether somebody said what the columns mean, or it is our guess'),
    targets: z.array(face.target),
  })
  const show = async (ctx: Ctx, list: Import<S>) => ({
    ...(await presentImport(ctx, { kind, files, permission }, list)),
    ...face.present(list),
  })
  const showWhole = async (ctx: Ctx, list: Import<S>) => ({
    ...(await show(ctx, list)),
    samples: list.samples.map((row) => [...row]),
    plan: list.plan ?? (await face.guess(ctx, list)),
    planned: list.plan !== undefined,
    targets: [...(await face.targets(ctx))],
  })
  const one = `${path}/{id}`
  const steer = { method: 'post', tag, access, params: idParams, answer } as const
  return [
    route(
      {
        method: 'post',
        path,
        summary: says.upload,
        tag,
        access,
        limit: { max: 20, perSeconds: 60 },
        idempotency: 'none',
        maxBody: filePurposes.list.maxBytes,
        types: sheets,
        seconds: 180,
        query: z.object({ name: z.string().trim().min(1).max(200), ...face.asks }),
        answer: whole,
        status: 201,
      },
      async (ctx, { query, request }) => {
        const own = await face.own?.(ctx, query)
        if (!request.raw.body) throw kind.unreadable()
        const bytes = Readable.fromWeb(request.raw.body as import('node:stream/web').ReadableStream)
        return await showWhole(ctx, await uploadImport(ctx, door, { bytes, name: query.name }, own))
      },
    ),
    route(
      { method: 'get', path, summary: says.list, tag, access, query: pageQuery, answer: pageOf(answer) },
      async (ctx, { query }) => {
        const after = readCursor(kind.table, query.cursor)
        const page = await findImports(ctx, kind, { after, limit: query.limit })
        return {
          items: await Promise.all(page.items.map((list) => show(ctx, list))),
          next: writeCursor(kind.table, page.next),
        }
      },
    ),
    route(
      { method: 'get', path: one, summary: says.see, tag, access, params: idParams, answer: whole },
      async (ctx, { params }) => await showWhole(ctx, await getImport(ctx, kind, params.id)),
    ),
    route(
      {
        method: 'post',
        path: `${one}/preview`,
        summary: says.preview,
        tag,
        access,
        // What stands in a list is kept in the list alone.
        idempotency: 'none',
        params: idParams,
        body: kind.plan,
        answer: z.object({ items: z.array(z.object({ row: z.int(), ...face.previewed, reasons })) }),
      },
      async (ctx, { params, body }) => {
        const list = await getImport(ctx, kind, params.id)
        await kind.checkPlan(ctx, list, body)
        const items = await face.preview(ctx, list, body)
        return {
          items: items.map((each) => ({ ...each, reasons: sayReasons(kind, each.reasons, ctx.locale) })),
        }
      },
    ),
    route(
      {
        method: 'get',
        path: `${one}/errors`,
        summary: says.errors,
        tag,
        access,
        params: idParams,
        query: z.object({
          after: z.coerce.number().int().min(0).default(0),
          limit: z.coerce.number().int().min(1).max(100).default(50),
        }),
        answer: z.object({
          items: z.array(z.object({ row: z.int(), cells: z.array(z.string()), reasons })),
          next: z.int().nullable(),
        }),
      },
      async (ctx, { params, query }) => {
        await getImport(ctx, kind, params.id)
        const items = await findErrors(ctx, kind, params.id, query)
        return {
          items: items.map(({ row, cells, reasons: why }) => ({
            row,
            cells: [...cells],
            reasons: sayReasons(kind, why, ctx.locale),
          })),
          next: items.length === query.limit ? (items.at(-1)?.row ?? null) : null,
        }
      },
    ),
    route(
      { ...steer, path: `${one}/check`, summary: says.check, body: kind.plan, status: 202 },
      async (ctx, { params, body }) => await show(ctx, await checkImport(ctx, door, params.id, body)),
    ),
    route(
      { ...steer, path: `${one}/run`, summary: says.run, idempotency: 'required', status: 202 },
      async (ctx, { params }) => await show(ctx, await runImport(ctx, door, params.id)),
    ),
    route(
      { ...steer, path: `${one}/stop`, summary: says.stop },
      async (ctx, { params }) => await show(ctx, await stopImport(ctx, door, params.id)),
    ),
    ...(says.undo
      ? [
          route(
            { ...steer, path: `${one}/undo`, summary: says.undo, status: 202 },
            async (ctx, { params }) => await show(ctx, await undoImport(ctx, door, params.id)),
          ),
        ]
      : []),
    route(
      { method: 'delete', path: one, summary: says.discard, tag, access, params: idParams },
      async (ctx, { params }) => {
        await discardImport(ctx, door, params.id)
        return undefined
      },
    ),
  ]
}
