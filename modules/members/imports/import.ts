/** An import as a row: a list of people, what its columns mean, and how far it is. */
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import type { TextEncoding } from '#base/text/decode.ts'
import { memberProblems } from '../problems.ts'
import type { ListFormat } from './read-file.ts'
import type { ImportPlan } from './target.ts'

export const importStates = [
  'draft',
  'checking',
  'checked',
  'running',
  'done',
  'stopped',
  'failed',
  'undoing',
  'undone',
] as const
export type ImportState = (typeof importStates)[number]

/** Rows by what became of them; they add up to `rows`. */
export interface Tally {
  readonly rows: number
  readonly created: number
  readonly updated: number
  readonly unchanged: number
  readonly failed: number
  /** People who are in the list twice; the first row counts. */
  readonly repeated: number
}
export const noTally: Tally = { rows: 0, created: 0, updated: 0, unchanged: 0, failed: 0, repeated: 0 }

/** Why a list could not be read at all. */
export const troubles = ['unreadable', 'tooLarge', 'locked', 'quotes', 'columns', 'gone'] as const
export type Trouble = (typeof troubles)[number]

export interface Import {
  readonly id: Id
  readonly fileId: Id | null
  readonly fileName: string
  readonly format: ListFormat
  readonly encoding: TextEncoding | 'xlsx'
  readonly separator: string
  readonly header: readonly string[]
  readonly samples: readonly (readonly string[])[]
  /** Undefined until somebody said what the columns mean. */
  readonly plan: ImportPlan | undefined
  readonly state: ImportState
  readonly trouble: Trouble | null
  readonly jobId: string | null
  readonly checked: Tally | null
  readonly outcome: Tally
  readonly place: number
  readonly errorFileId: Id | null
  readonly createdBy: Id | null
  readonly createdByName: string | null
  readonly createdAt: Date
  readonly startedAt: Date | null
  readonly finishedAt: Date | null
  readonly undoUntil: Date | null
  readonly undoneAt: Date | null
}

const rows = (ctx: Pick<Ctx, 'db'>) =>
  ctx.db
    .selectFrom('member_import')
    .leftJoin('account', 'account.id', 'member_import.created_by')
    .select([
      'member_import.id',
      'member_import.file_id as fileId',
      'member_import.file_name as fileName',
      'member_import.format',
      'member_import.encoding',
      'member_import.separator',
      'member_import.header',
      'member_import.samples',
      'member_import.plan',
      'member_import.state',
      'member_import.trouble',
      'member_import.job_id as jobId',
      'member_import.checked',
      'member_import.outcome',
      'member_import.place',
      'member_import.error_file_id as errorFileId',
      'member_import.created_by as createdBy',
      'account.name as createdByName',
      'member_import.created_at as createdAt',
      'member_import.started_at as startedAt',
      'member_import.finished_at as finishedAt',
      'member_import.undo_until as undoUntil',
      'member_import.undone_at as undoneAt',
    ])

type Row = Awaited<ReturnType<ReturnType<typeof rows>['execute']>>[number]

function fromRow(row: Row): Import {
  const plan = row.plan as unknown as ImportPlan | Record<string, never>
  return {
    ...row,
    format: row.format as ListFormat,
    encoding: row.encoding as Import['encoding'],
    samples: row.samples as unknown as string[][],
    plan: 'columns' in plan ? (plan as ImportPlan) : undefined,
    state: row.state as ImportState,
    trouble: row.trouble as Trouble | null,
    checked: row.checked as unknown as Tally | null,
    outcome: { ...noTally, ...(row.outcome as object) },
    place: Number(row.place),
  }
}

export async function findImport(ctx: Ctx, id: Id): Promise<Import | undefined> {
  const row = await rows(ctx).where('member_import.id', '=', id).executeTakeFirst()
  return row && fromRow(row)
}

export async function getImport(ctx: Ctx, id: Id): Promise<Import> {
  const found = await findImport(ctx, id)
  if (!found) throw memberProblems.importNotFound()
  return found
}

/** Fetches and locks: whoever changes an import, and the job that works it off, take turns. */
export async function lockImport(ctx: Ctx, id: Id): Promise<Import> {
  await ctx.db.selectFrom('member_import').select('id').where('id', '=', id).forUpdate().executeTakeFirst()
  return await getImport(ctx, id)
}

/** Imports, newest first. */
export async function findImports(
  ctx: Ctx,
  {
    after,
    limit,
  }: {
    readonly after: { readonly value: string | null; readonly id: Id } | undefined
    readonly limit: number
  },
): Promise<{ items: readonly Import[]; next: { value: string; id: Id } | null }> {
  const page = await rows(ctx)
    .$if(after !== undefined, (query) => query.where('member_import.id', '<', after!.id))
    .orderBy('member_import.id', 'desc')
    .limit(limit + 1)
    .execute()
  const items = page.slice(0, limit).map(fromRow)
  const last = items.at(-1)
  return { items, next: page.length > limit && last ? { value: last.id, id: last.id } : null }
}
