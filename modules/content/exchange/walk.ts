/**
 * Walks through a dump step by step, a batch to a transaction. Where it stands is part of the batch, so that a
 * killed process goes on with the next one and nothing comes twice.
 */
import { sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import type { Files } from '#base/parts.ts'
import { declareFailpoints } from '#base/testing/failpoint.ts'
import { recountImported } from './finish.ts'
import { genericDump } from './generic.ts'
import { type ContentImport, getImport } from './import.ts'
import { sourceOf } from './people.ts'
import {
  type Dump,
  type ExchangeRecord,
  type Read,
  type RefusalReason,
  type Refused,
  type Stage,
  stages,
} from './record.ts'
import { stackExchangeDump } from './stackexchange.ts'
import type { Tally, Target } from './worded.ts'
import { takeWording } from './wording.ts'
import { writeBatch } from './write.ts'

const failpoint = declareFailpoints('exchange.batch.written', 'exchange.batch.kept', 'exchange.recounted')

export interface Walk {
  readonly signal: AbortSignal
  progress(done: number, note: Stage): Promise<void>
}

const batchSize = 200
/** Of what was refused, this many are kept one by one; all are counted. */
const mostRefusals = 1_000

/** Takes the dump in. Throws when it was stopped, or when a file cannot be read at all. */
export async function runImport(ctx: Ctx, files: Files, id: Id, walk: Walk): Promise<ContentImport> {
  const held = await getImport(ctx, id)
  const dump = await openDump(ctx, files, held)
  const target = await findTarget(ctx, held)
  let done = 0
  for (const stage of stages.slice(held.stage === '' ? 0 : stages.indexOf(held.stage))) {
    // What is behind it already is read over.
    const behind = stage === held.stage ? held.position : 0
    let at = 0
    for await (const batch of batchesOf(dump.read(stage))) {
      at += batch.length
      done += batch.length
      if (at <= behind) continue
      walk.signal.throwIfAborted()
      await transact(ctx, async (tx) => {
        await requirePlace(tx, id)
        const tally = openTally()
        for (const read of batch) if ('refused' in read) tally.refused(read.refused)
        const records = batch.flatMap((read) => ('record' in read ? [read.record] : []))
        if (stage === 'accept') await accept(tx, held.site, records)
        else await writeBatch(tx, target, records, tally)
        await failpoint('exchange.batch.written')
        await keepPlace(tx, id, stage, at, tally)
      })
      await failpoint('exchange.batch.kept')
      await walk.progress(done, stage)
    }
  }
  await transact(ctx, async (tx) => {
    await requirePlace(tx, id)
    await recountImported(tx, held.site)
    await failpoint('exchange.recounted')
    await sql`update content_import set state = 'done', finished_at = ${tx.now} where id = ${id}::bigint`.execute(
      tx.db,
    )
  })
  return await getImport(ctx, id)
}

/** Reads all of it and takes nothing: the same counts and refusals, as far as they can be known beforehand. */
export async function checkImport(ctx: Ctx, files: Files, id: Id, walk: Walk): Promise<ContentImport> {
  const held = await getImport(ctx, id)
  const dump = await openDump(ctx, files, held)
  const tally = openTally()
  const known = { posts: new Set<string>(), comments: new Set<string>(), people: new Set<string>() }
  let done = 0
  for (const stage of stages.filter((each) => each !== 'accept')) {
    for await (const batch of batchesOf(dump.read(stage))) {
      walk.signal.throwIfAborted()
      for (const read of batch) checkOne(ctx, read, known, tally)
      done += batch.length
      await walk.progress(done, stage)
    }
  }
  await transact(ctx, async (tx) => {
    await requirePlace(tx, id)
    await keepPlace(tx, id, '', 0, tally)
    await sql`update content_import set state = 'checked', finished_at = ${tx.now} where id = ${id}::bigint`.execute(
      tx.db,
    )
  })
  return await getImport(ctx, id)
}

interface Seen {
  readonly posts: Set<string>
  readonly comments: Set<string>
  readonly people: Set<string>
}

function checkOne(ctx: Ctx, read: Read, known: Seen, tally: Tally): void {
  if ('refused' in read) tally.refused(read.refused)
  else {
    const { record } = read
    const sourceId = 'id' in record ? record.id : record.author
    const reason = whyNot(ctx, record, known)
    if (reason) tally.refused({ what: record.type, sourceId, reason })
    else tally.taken(record.type)
  }
}

function whyNot(ctx: Ctx, record: ExchangeRecord, known: Seen): RefusalReason | undefined {
  if (record.type === 'user') {
    known.people.add(record.id)
    return undefined
  }
  if (record.createdAt > ctx.now) return 'inFuture'
  if (record.type === 'post' || record.type === 'comment') {
    if (record.type === 'comment') {
      const there = known.posts.has(record.post) || (record.parent && known.comments.has(record.parent))
      if (!there) return 'postUnknown'
    }
    const words = takeWording(record)
    const bare = words === 'empty' && record.type === 'post' && record.title.trim() !== ''
    if (typeof words === 'string' && !bare) return words
    const seen = record.type === 'post' ? known.posts : known.comments
    seen.add(record.id)
    return undefined
  }
  const comment = record.type === 'reaction' ? record.comment : null
  const there = comment ? known.comments.has(comment) : known.posts.has(record.post ?? '')
  if (!there) return 'postUnknown'
  return known.people.has(record.author) ? undefined : 'nobody'
}

async function* batchesOf(reads: AsyncIterable<Read>): AsyncGenerator<Read[]> {
  let batch: Read[] = []
  for await (const read of reads) {
    batch.push(read)
    if (batch.length < batchSize) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

interface OpenTally extends Tally {
  readonly counts: Map<string, number>
  readonly refusals: Refused[]
}

function openTally(): OpenTally {
  const counts = new Map<string, number>()
  const refusals: Refused[] = []
  return {
    counts,
    refusals,
    taken(what, count = 1) {
      counts.set(what, (counts.get(what) ?? 0) + count)
    },
    refused(refusal) {
      refusals.push(refusal)
    },
  }
}

/** Two runs of one import must not walk side by side: whoever is not running any more stops. */
async function requirePlace(tx: Ctx, id: Id): Promise<void> {
  const { rows } = await sql<{ state: string }>`
    select state from content_import where id = ${id}::bigint for update`.execute(tx.db)
  const state = rows[0]?.state
  if (state !== 'running' && state !== 'checking')
    throw new DOMException('The import was stopped', 'AbortError')
}

async function keepPlace(
  tx: Ctx,
  id: Id,
  stage: Stage | '',
  position: number,
  tally: OpenTally,
): Promise<void> {
  const reasons = new Map<string, number>()
  for (const { reason } of tally.refusals) reasons.set(reason, (reasons.get(reason) ?? 0) + 1)
  const { rows } = await sql<{ taken: Record<string, number>; refused: Record<string, number> }>`
    select taken, refused from content_import where id = ${id}::bigint`.execute(tx.db)
  await sql`
    update content_import set stage = ${stage}, position = ${position},
           taken = ${JSON.stringify(add(rows[0]!.taken, tally.counts))}::jsonb,
           refused = ${JSON.stringify(add(rows[0]!.refused, reasons))}::jsonb
     where id = ${id}::bigint`.execute(tx.db)
  if (tally.refusals.length === 0) return
  const kept = JSON.stringify(tally.refusals.slice(0, mostRefusals))
  await sql`
    insert into content_import_refusal (import_id, what, source_id, reason)
    select ${id}::bigint, what, left("sourceId", 200), reason
      from jsonb_to_recordset(${kept}::jsonb) as r (what text, "sourceId" text, reason text)
     limit greatest(0, ${mostRefusals} - (select count(*) from content_import_refusal where import_id = ${id}::bigint))`.execute(
    tx.db,
  )
}

function add(before: Record<string, number>, more: ReadonlyMap<string, number>): Record<string, number> {
  const sum = { ...before }
  for (const [key, count] of more) sum[key] = (sum[key] ?? 0) + count
  return sum
}

async function accept(tx: Ctx, site: string, records: readonly ExchangeRecord[]): Promise<void> {
  const pairs = records.flatMap((post) =>
    post.type === 'post' && post.acceptedComment
      ? [{ post: sourceOf(site, 'post', post.id), comment: sourceOf(site, 'comment', post.acceptedComment) }]
      : [],
  )
  await sql`
    update post p set accepted_comment_id = c.id
      from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as r (post text, comment text)
      join comment c on c.source = r.comment
     where p.source = r.post and c.post_id = p.id and p.accepted_comment_id is null`.execute(tx.db)
}

async function openDump(ctx: Ctx, files: Files, held: ContentImport): Promise<Dump> {
  const rows = await ctx.db
    .selectFrom('content_import_file')
    .select(['name', 'file_id'])
    .where('import_id', '=', held.id)
    .execute()
  const open = async (fileId: Id) => (await files.get(ctx, fileId))?.stream
  if (held.format === 'stackexchange')
    return stackExchangeDump(async (name) => {
      const row = rows.find((each) => each.name === name)
      return row && (await open(row.file_id))
    })
  return genericDump(
    rows.map(({ name, file_id }) => ({
      name,
      async open() {
        const stream = await open(file_id)
        if (!stream) throw new Error(`${name} is not there any more`)
        return stream
      },
    })),
  )
}

async function findTarget(ctx: Ctx, { site, boardId }: ContentImport): Promise<Target> {
  const rows = await ctx.db
    .selectFrom('board')
    .innerJoin('community_group', 'community_group.id', 'board.group_id')
    .select([
      'board.id',
      'board.group_id as groupId',
      'board.name',
      'community_group.slug',
      'community_group.name as group',
    ])
    .where('board.archived_at', 'is', null)
    .execute()
  const boards = new Map(
    rows.flatMap((row) => {
      const board = { id: row.id, groupId: row.groupId }
      return [
        [`${row.slug}/${row.name}`, board],
        [`${row.group}/${row.name}`, board],
      ] as const
    }),
  )
  return { site, boardId, groupId: rows.find((row) => row.id === boardId)!.groupId, boards }
}
