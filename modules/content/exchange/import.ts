/** An import of a community as it stands in the database: begun, given its files, checked, run, stopped. */

import type { Readable } from 'node:stream'
import { sql } from 'kysely'
import { describeActor, type Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import type { Place } from '#base/http/cursor.ts'
import { findJob } from '#base/jobs/board.ts'
import type { Files, Jobs } from '#base/parts.ts'
import { audit } from '#modules/identity/api.ts'
import { contentProblems } from '../problems.ts'
import { exchangeProblems } from './problems.ts'
import type { RefusalReason, Stage } from './record.ts'
import { stackExchangeFiles } from './stackexchange.ts'

export type ImportState = 'draft' | 'checking' | 'checked' | 'running' | 'stopped' | 'done' | 'failed'
export type ImportFormat = 'stackexchange' | 'generic'

export interface ContentImport {
  readonly id: Id
  readonly site: string
  readonly format: ImportFormat
  readonly boardId: Id
  readonly board: string
  readonly state: ImportState
  readonly stage: Stage | ''
  readonly position: number
  readonly taken: Readonly<Record<string, number>>
  readonly refused: Readonly<Partial<Record<RefusalReason, number>>>
  readonly jobId: string
  readonly trouble: string
  readonly createdAt: Date
  readonly finishedAt: Date | null
  readonly files: readonly { name: string; size: number }[]
}

const columns = sql`
  i.id, i.site, i.format, i.board_id as "boardId", g.name || ' · ' || b.name as board, i.state, i.stage,
  i.position::float8 as position, i.taken, i.refused, i.job_id as "jobId", i.trouble, i.created_at as "createdAt",
  i.finished_at as "finishedAt",
  coalesce((select json_agg(json_build_object('name', f.name, 'size', x.size) order by f.name)
     from content_import_file f join file x on x.id = f.file_id where f.import_id = i.id), '[]') as files`
const from = sql`content_import i join board b on b.id = i.board_id join community_group g on g.id = b.group_id`

/** Throws `exchange_not_found`. */
export async function getImport(ctx: Ctx, id: Id): Promise<ContentImport> {
  const { rows } =
    await sql<ContentImport>`select ${columns} from ${from} where i.id = ${id}::bigint`.execute(ctx.db)
  if (!rows[0]) throw exchangeProblems.exchangeNotFound()
  return rows[0]
}

export async function findImports(
  ctx: Ctx,
  { after, limit }: { after: Place | undefined; limit: number },
): Promise<{ items: ContentImport[]; next: Place | null }> {
  const { rows } = await sql<ContentImport>`
    select ${columns} from ${from} ${after ? sql`where i.id < ${after.id}::bigint` : sql``}
     order by i.id desc limit ${limit + 1}`.execute(ctx.db)
  const last = rows[limit - 1]
  return {
    items: rows.slice(0, limit),
    next: rows.length > limit && last ? { value: last.id, id: last.id } : null,
  }
}

export async function beginImport(
  ctx: Ctx,
  { site, format, boardId }: { site: string; format: ImportFormat; boardId: Id },
): Promise<Id> {
  return await transact(ctx, async (tx) => {
    const board = await tx.db
      .selectFrom('board')
      .select('id')
      .where('id', '=', boardId)
      .where('archived_at', 'is', null)
      .executeTakeFirst()
    if (!board) throw contentProblems.boardNotFound()
    const { id } = await tx.db
      .insertInto('content_import')
      .values({ site, format, board_id: boardId, created_at: tx.now, created_by: describeActor(tx.actor) })
      .returning('id')
      .executeTakeFirstOrThrow()
    await audit(tx, 'content.import_begun', { kind: 'content_import', id }, { site, format })
    return id
  })
}

const takes: Readonly<Record<ImportFormat, { fits: (name: string) => boolean; expected: string }>> = {
  stackexchange: {
    fits: (name) => (stackExchangeFiles as readonly string[]).includes(name),
    expected: stackExchangeFiles.join(', '),
  },
  generic: {
    fits: (name) => /\.jsonl$/i.test(name) || /^(users|posts|comments|reactions|bookmarks)\.csv$/i.test(name),
    expected: '*.jsonl, users.csv, posts.csv, comments.csv, reactions.csv, bookmarks.csv',
  },
}

/** Gives it a file; one of the same name is replaced. Throws `exchange_file_unfit`, `exchange_busy`. */
export async function addFile(
  ctx: Ctx,
  files: Files,
  id: Id,
  { name, bytes }: { name: string; bytes: Readable | Uint8Array },
): Promise<void> {
  const held = await getImport(ctx, id)
  const { fits, expected } = takes[held.format]
  if (!fits(name)) throw exchangeProblems.exchangeFileUnfit({ values: { expected } })
  await requireQuiet(ctx, held)
  // A dump is text, whatever its name says; the name it came with is kept beside it.
  const file = await files.put(ctx, { bytes, purpose: 'content.list', name: `${name}.txt` })
  await transact(ctx, async (tx) => {
    await requireQuiet(tx, await lock(tx, id))
    await sql`
      insert into content_import_file (import_id, name, file_id) values (${id}::bigint, ${name}, ${file.id}::bigint)
      on conflict (import_id, name) do update set file_id = excluded.file_id`.execute(tx.db)
    await sql`update content_import set state = 'draft', stage = '', position = 0 where id = ${id}::bigint`.execute(
      tx.db,
    )
    await audit(tx, 'content.import_file_added', { kind: 'content_import', id }, { name })
  })
}

/** Asks for a reading without taking anything, or for the import; one that was stopped goes on where it was. */
export async function startImport(
  ctx: Ctx,
  jobs: Jobs,
  job: Parameters<Jobs['enqueue']>[1],
  id: Id,
  check: boolean,
): Promise<void> {
  await transact(ctx, async (tx) => {
    const held = await lock(tx, id)
    await requireQuiet(tx, held)
    if (held.files.length === 0) throw exchangeProblems.exchangeEmpty()
    if (held.state === 'done') throw exchangeProblems.exchangeDone()
    const fresh = check || !['stopped', 'failed', 'running'].includes(held.state) || held.stage === ''
    const jobId = await jobs.enqueue(tx, job, { importId: id })
    await sql`
      update content_import
         set state = ${check ? 'checking' : 'running'}, job_id = ${jobId}, trouble = '', finished_at = null,
             stage = ${fresh ? '' : held.stage}, position = ${fresh ? 0 : held.position},
             taken = ${JSON.stringify(fresh ? {} : held.taken)}::jsonb,
             refused = ${JSON.stringify(fresh ? {} : held.refused)}::jsonb
       where id = ${id}::bigint`.execute(tx.db)
    if (fresh) await tx.db.deleteFrom('content_import_refusal').where('import_id', '=', id).execute()
    await audit(tx, check ? 'content.import_checked' : 'content.import_started', {
      kind: 'content_import',
      id,
    })
  })
}

/** Stops it before the next batch, which finds that it is not running; what came in stays, and it can go on. */
export async function stopImport(ctx: Ctx, id: Id): Promise<void> {
  await transact(ctx, async (tx) => {
    const held = await lock(tx, id)
    if (held.state !== 'running' && held.state !== 'checking') return
    await sql`update content_import set state = 'stopped' where id = ${id}::bigint`.execute(tx.db)
    await audit(tx, 'content.import_stopped', { kind: 'content_import', id })
  })
}

export async function findRefusals(ctx: Ctx, id: Id, after: Id | undefined, limit: number) {
  return await ctx.db
    .selectFrom('content_import_refusal')
    .select(['id', 'what', 'source_id as sourceId', 'reason'])
    .where('import_id', '=', id)
    .$if(after !== undefined, (query) => query.where('id', '>', after!))
    .orderBy('id')
    .limit(limit)
    .execute()
}

async function lock(tx: Ctx, id: Id): Promise<ContentImport> {
  await sql`select from content_import where id = ${id}::bigint for update`.execute(tx.db)
  return await getImport(tx, id)
}

/** A state that says "under way" whose job ended for good (failed too often, cancelled) is under way no more. */
async function requireQuiet(ctx: Ctx, held: ContentImport): Promise<void> {
  if (held.state !== 'running' && held.state !== 'checking') return
  const job = held.jobId ? await findJob(ctx.db, held.jobId) : undefined
  if (job && ['created', 'retry', 'active'].includes(job.state)) throw exchangeProblems.exchangeBusy()
}
