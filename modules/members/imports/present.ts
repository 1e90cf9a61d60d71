/** Imports as JSON. */
import { z } from 'zod'
import { type Actor, may } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import type { Parts } from '#base/parts.ts'
import { type Import, importStates, troubles } from './import.ts'
import { importPlan } from './target.ts'

const tally = z.object({
  rows: z.int(),
  created: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  failed: z.int(),
  repeated: z.int().describe('People who are in the list twice'),
})

export const importAnswer = z.object({
  id: z.string(),
  fileName: z.string(),
  format: z.enum(['csv', 'xlsx']),
  encoding: z.string(),
  separator: z.string(),
  header: z.array(z.string()),
  state: z.enum(importStates),
  trouble: z.enum(troubles).nullable(),
  jobId: z.string().nullable(),
  checked: tally.nullable(),
  outcome: tally,
  errorFileUrl: z.string().nullable(),
  origin: z.string(),
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
})

export const wholeImportAnswer = importAnswer.extend({
  samples: z.array(z.array(z.string())),
  plan: importPlan,
  /** Whether somebody said what the columns mean, or it is our guess. */
  planned: z.boolean(),
  targets: z.array(
    z.object({
      target: z.string(),
      /** Of fields of one's own: what they are called. Null for what every profile has. */
      label: z.string().nullable(),
    }),
  ),
})

export async function presentImport(
  ctx: Ctx,
  files: Parts['files'],
  list: Import,
): Promise<z.input<typeof importAnswer>> {
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
    checked: list.checked,
    outcome: list.outcome,
    errorFileUrl: url ?? null,
    origin: list.plan?.origin ?? '',
    createdBy: list.createdByName,
    createdAt: list.createdAt.toISOString(),
    finishedAt: list.finishedAt?.toISOString() ?? null,
    undoUntil: list.undoUntil?.toISOString() ?? null,
    can: whatMay(ctx.actor, list, ctx.now),
  }
}

function whatMay(actor: Actor, list: Import, now: Date) {
  const allowed = may(actor, 'members.import')
  const { state, place } = list
  const idle = state !== 'checking' && state !== 'running' && state !== 'undoing'
  const fresh = idle && place === 0 && list.fileId !== null
  return {
    check: allowed && fresh,
    run:
      allowed &&
      list.fileId !== null &&
      (state === 'checked' || state === 'stopped' || (state === 'failed' && place > 0)),
    stop: allowed && (state === 'checking' || state === 'running'),
    undo:
      allowed && idle && place > 0 && state !== 'undone' && (list.undoUntil === null || list.undoUntil > now),
    discard: allowed && fresh,
  }
}
