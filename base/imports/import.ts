/** An import as a row: a file, what its columns mean, and how far it is. */
import { sql } from 'kysely'
import type { Id } from '../access/actor.ts'
import type { Ctx } from '../context.ts'
import { cutPage, type Place } from '../http/cursor.ts'
import type { TextEncoding } from '../text/decode.ts'
import { type ImportKind, noTally, type Shape, type Tally } from './kind.ts'
import { importProblems } from './problems.ts'
import type { ListFormat } from './read-file.ts'

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

/** Somebody works on it. */
export const isBusy = ({ state }: { readonly state: ImportState }): boolean =>
  state === 'checking' || state === 'running' || state === 'undoing'

/** Why a file could not be read at all. */
export const troubles = ['unreadable', 'tooLarge', 'locked', 'quotes', 'columns', 'gone'] as const
export type Trouble = (typeof troubles)[number]

export interface Import<S extends Shape = Shape> {
  readonly id: Id
  readonly fileId: Id | null
  readonly fileName: string
  readonly format: ListFormat
  readonly encoding: TextEncoding | 'xlsx'
  readonly separator: string
  readonly header: readonly string[]
  readonly samples: readonly (readonly string[])[]
  /** Undefined until somebody said what the columns mean. */
  readonly plan: S['plan'] | undefined
  readonly state: ImportState
  readonly trouble: Trouble | null
  readonly jobId: string | null
  readonly checked: Tally | null
  readonly outcome: Tally
  /** Rows up to here are done. */
  readonly place: number
  readonly errorFileId: Id | null
  readonly createdBy: Id | null
  readonly createdAt: Date
  readonly startedAt: Date | null
  readonly finishedAt: Date | null
  readonly undoUntil: Date | null
  readonly about: S['about']
}

type Kind<S extends Shape> = Pick<ImportKind<S>, 'table' | 'about' | 'counts'>
type Row<S extends Shape> = Omit<Import<S>, 'plan' | 'place' | 'outcome'> & {
  readonly plan: S['plan'] | Record<string, never>
  readonly place: string
  readonly outcome: Partial<Tally>
}

const rows = <S extends Shape>({ table, about }: Kind<S>) => sql<Row<S>>`
  select i.id, i.file_id as "fileId", i.file_name as "fileName", i.format, i.encoding, i.separator, i.header, i.samples,
         i.plan, i.state, i.trouble, i.job_id as "jobId", i.checked, i.outcome, i.place, i.error_file_id as "errorFileId",
         i.created_by as "createdBy", i.created_at as "createdAt", i.started_at as "startedAt",
         i.finished_at as "finishedAt", i.undo_until as "undoUntil", ${about} as about
    from ${sql.table(table)} as i`

const fromRow = <S extends Shape>(kind: Kind<S>, { plan, outcome, place, ...row }: Row<S>): Import<S> => ({
  ...row,
  // Nothing yet, until somebody said what the columns mean.
  plan: 'columns' in plan ? (plan as S['plan']) : undefined,
  outcome: { ...noTally(kind), ...(outcome as Tally) },
  place: Number(place),
})

/** Throws `import_not_found`. */
export async function getImport<S extends Shape>(ctx: Ctx, kind: Kind<S>, id: Id): Promise<Import<S>> {
  const found = await sql<Row<S>>`${rows(kind)} where i.id = ${id}`.execute(ctx.db)
  if (!found.rows[0]) throw importProblems.importNotFound()
  return fromRow(kind, found.rows[0])
}

/** Fetches and locks: whoever changes an import, and the job that works it off, take turns. */
export async function lockImport<S extends Shape>(ctx: Ctx, kind: Kind<S>, id: Id): Promise<Import<S>> {
  const found = await sql<Row<S>>`${rows(kind)} where i.id = ${id} for update of i`.execute(ctx.db)
  if (!found.rows[0]) throw importProblems.importNotFound()
  return fromRow(kind, found.rows[0])
}

/** Imports, newest first. */
export async function findImports<S extends Shape>(
  ctx: Ctx,
  kind: Kind<S>,
  { after, limit }: { readonly after: Place | undefined; readonly limit: number },
): Promise<{ readonly items: readonly Import<S>[]; readonly next: Place | null }> {
  const found = await sql<Row<S>>`
    ${rows(kind)} ${after ? sql`where i.id < ${after.id}` : sql``} order by i.id desc limit ${limit + 1}`.execute(
    ctx.db,
  )
  const { items, next } = cutPage(found.rows, limit, ({ id }) => ({ value: null, id }))
  return { items: items.map((row) => fromRow(kind, row)), next }
}

/** Columns that change, as they are kept. */
export interface Change {
  readonly plan?: string
  readonly state?: ImportState
  readonly trouble?: Trouble | null
  readonly checked?: string | null
  readonly outcome?: string
  readonly place?: number
  readonly job_id?: string
  readonly error_file_id?: Id | null
  readonly started_at?: Date
  readonly finished_at?: Date
  readonly undo_until?: Date
  readonly undone_at?: Date
  readonly undone_by?: string
}

/** Whether there was such an import, in the state and of the job that `when` asks for. */
export async function changeImport(
  ctx: Ctx,
  { table }: { readonly table: string },
  id: Id,
  change: Change,
  when: Pick<Change, 'state' | 'job_id'> = {},
): Promise<boolean> {
  const each = (columns: Change) =>
    Object.entries(columns).map(([column, value]) => sql`${sql.ref(column)} = ${value}`)
  const { rows: changed } = await sql`
    update ${sql.table(table)} set ${sql.join(each(change))}
     where ${sql.join([sql`id = ${id}`, ...each(when)], sql` and `)} returning id`.execute(ctx.db)
  return changed.length > 0
}
