/** Imports as JSON. */
import { z } from 'zod'
import { type Actor, may } from '../access/actor.ts'
import type { Ctx } from '../context.ts'
import type { Parts } from '../parts.ts'
import { type Import, importStates, isBusy, troubles } from './import.ts'
import type { ImportKind, Shape } from './kind.ts'

const tallyOf = (counts: Readonly<Record<string, string>>) =>
  z.object({
    rows: z.int(),
    created: z.int(),
    updated: z.int(),
    unchanged: z.int(),
    failed: z.int(),
    ...Object.fromEntries(Object.entries(counts).map(([key, says]) => [key, z.int().describe(says)])),
  })

/** `more`: what imports of the kind answer besides. */
export const importAnswer = (counts: Readonly<Record<string, string>>, more: z.ZodRawShape) =>
  z.object({
    id: z.string(),
    fileName: z.string(),
    format: z.enum(['csv', 'xlsx']),
    encoding: z.string(),
    separator: z.string(),
    header: z.array(z.string()),
    state: z.enum(importStates),
    trouble: z.enum(troubles).nullable(),
    jobId: z.string().nullable(),
    checked: tallyOf(counts).nullable(),
    outcome: tallyOf(counts),
    errorFileUrl: z.string().nullable(),
    createdBy: z.string().nullable(),
    createdAt: z.iso.datetime(),
    finishedAt: z.iso.datetime().nullable(),
    undoUntil: z.iso.datetime().nullable(),
    can: z.object({
      check: z.boolean(),
      run: z.boolean(),
      stop: z.boolean(),
      undo: z.boolean(),
      discard: z.boolean(),
    }),
    ...more,
  })

export async function presentImport<S extends Shape>(
  ctx: Ctx,
  { kind, files, permission }: Presenting<S>,
  list: Import<S>,
) {
  const url = list.errorFileId === null ? undefined : await files.url(ctx, list.errorFileId)
  return {
    id: list.id,
    fileName: list.fileName,
    format: list.format,
    encoding: list.encoding,
    separator: list.separator,
    header: [...list.header],
    state: list.state,
    trouble: list.trouble,
    jobId: list.jobId,
    checked: list.checked && { ...list.checked },
    outcome: { ...list.outcome },
    errorFileUrl: url ?? null,
    createdBy: list.about.by,
    createdAt: list.createdAt.toISOString(),
    finishedAt: list.finishedAt?.toISOString() ?? null,
    undoUntil: list.undoUntil?.toISOString() ?? null,
    can: whatMay(ctx.actor, permission, kind.undo !== undefined, list, ctx.now),
  }
}

export interface Presenting<S extends Shape> {
  readonly kind: Pick<ImportKind<S>, 'undo'>
  readonly files: Parts['files']
  readonly permission: string
}

function whatMay(
  actor: Actor,
  permission: string,
  undoable: boolean,
  { state, place, fileId, undoUntil }: Pick<Import, 'state' | 'place' | 'fileId' | 'undoUntil'>,
  now: Date,
) {
  const allowed = may(actor, permission)
  const idle = !isBusy({ state })
  const fresh = idle && place === 0 && fileId !== null && state !== 'done'
  const begun = state === 'stopped' || (state === 'failed' && place > 0)
  return {
    check: allowed && fresh,
    run: allowed && fileId !== null && (state === 'checked' || begun),
    stop: allowed && (state === 'checking' || state === 'running'),
    undo:
      allowed &&
      undoable &&
      idle &&
      place > 0 &&
      state !== 'undone' &&
      (undoUntil === null || undoUntil > now),
    discard: allowed && fresh,
  }
}
