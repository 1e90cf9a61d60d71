/** Records with their words and authors, as rows are made of them; and whereto, and what is counted. */
import { sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import type { Words } from '../words.ts'
import { type Person, settlePeople, sourceIdOf } from './people.ts'
import type { CommentRecord, PostRecord, RefusalReason, Refused } from './record.ts'
import { type Known, takeWording } from './wording.ts'

export interface Target {
  readonly site: string
  /** Where posts go whose own board is not known. */
  readonly boardId: Id
  readonly groupId: Id
  /** By `group/board`: slug or name of the group, and name of the board. */
  readonly boards: ReadonlyMap<string, { readonly id: Id; readonly groupId: Id }>
}

/** Counts what was taken, by what it is; `refused` is called for the rest. */
export interface Tally {
  taken(what: string, count?: number): void
  refused(refusal: Refused): void
}

interface Worded<T> {
  readonly record: T
  readonly words: Words
}

/** Those that can be taken, with their words; and who wrote them. */
export async function wordAll<T extends PostRecord | CommentRecord>(
  tx: Ctx,
  { site }: Target,
  records: readonly T[],
  tally: Tally,
): Promise<{ worded: Worded<T>[]; authors: Map<string, Id> }> {
  const known = await findKnown(tx, site, records)
  const worded: Worded<T>[] = []
  for (const record of records) {
    const reason: RefusalReason | Words = record.createdAt > tx.now ? 'inFuture' : takeWording(record, known)
    // A question may be all in its title.
    const bare = reason === 'empty' && record.type === 'post' && record.title.trim() !== ''
    const words = bare ? takeWording({ text: record.title }) : reason
    if (typeof words === 'string') tally.refused({ what: record.type, sourceId: record.id, reason: words })
    else worded.push({ record, words })
  }
  const people = new Map<string, Person>()
  for (const { record } of worded) {
    const sourceId = sourceIdOf(record)
    const before = people.get(sourceId)
    if (!before || before.joinedAt > record.createdAt)
      people.set(sourceId, { sourceId, name: record.authorName ?? '', joinedAt: record.createdAt })
  }
  const { ids, made } = await settlePeople(tx, site, [...people.values()])
  if (made > 0) tally.taken('user', made)
  return { worded, authors: ids }
}

/** Files and people that the words point at, as far as they are here. */
async function findKnown(
  tx: Ctx,
  site: string,
  records: readonly (PostRecord | CommentRecord)[],
): Promise<Known> {
  const files = new Set<string>()
  const people = new Set<string>()
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    const { type, attrs } = value as { type?: unknown; attrs?: Record<string, unknown> }
    if (typeof attrs?.file === 'string') files.add(attrs.file)
    if (type === 'mention' && typeof attrs?.id === 'string') people.add(attrs.id)
    for (const each of Object.values(value)) look(each)
  }
  for (const { document } of records) if (document) look(document)
  if (files.size + people.size === 0) return { files, members: new Map() }
  const here = await sql<{ token: string }>`
    select token from file where token = any(${[...files]}::text[]) and ready and removed_at is null`.execute(
    tx.db,
  )
  const became = await sql<{ there: string; token: string }>`
    select p.source_id as there, m.token from content_import_person p join member m on m.id = p.member_id
     where p.site = ${site} and p.source_id = any(${[...people]}::text[])`.execute(tx.db)
  return {
    files: new Set(here.rows.map((row) => row.token)),
    members: new Map(became.rows.map((row) => [row.there, row.token])),
  }
}
