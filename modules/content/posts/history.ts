/** The history of a post: its versions, and word for word what each changed. */
import { diffArrays } from 'diff'
import { sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import type { Document } from '#base/html/document.ts'
import { toPlainText } from '#base/html/plain-text.ts'
import { contentProblems } from '../problems.ts'

export interface Version {
  readonly version: number
  readonly title: string
  readonly writtenAt: Date
  /** Name of who wrote it; empty when the account is gone. */
  readonly byName: string
  /** Somebody else than the author. */
  readonly byTeam: boolean
  /** Why it was written; empty for the first. */
  readonly reason: string
  readonly current: boolean
}

/** Versions of a post, the newest first; at most two hundred. */
export async function findVersions(ctx: Ctx, postId: Id): Promise<Version[]> {
  // A version keeps why it was replaced, which is the reason of the one after it.
  const { rows } = await sql<Version>`
    with all_versions as (
      select v.version, v.title, v.written_at, v.written_by, false as current
        from post_version v where v.post_id = ${postId}::bigint
      union all
      select p.version, p.title, coalesce(p.edited_at, p.created_at),
             coalesce(p.edited_by, 'account:' || m.account_id, ''), true
        from post p join member m on m.id = p.author_id where p.id = ${postId}::bigint)
    select a.version, a.title, a.written_at as "writtenAt",
           coalesce(by_member.nickname, by_account.name, '') as "byName",
           coalesce('account:' || author.account_id, '') <> a.written_by and a.version > 1 as "byTeam",
           coalesce(before.reason, '') as reason, a.current
      from all_versions a
      join post p on p.id = ${postId}::bigint
      join member author on author.id = p.author_id
      left join account by_account on a.written_by = 'account:' || by_account.id
      left join member by_member on by_member.account_id = by_account.id
      left join post_version before on before.post_id = p.id and before.version = a.version - 1
     order by a.version desc limit 200`.execute(ctx.db)
  return rows
}

export interface Run {
  readonly text: string
  readonly kind: 'same' | 'added' | 'removed' | 'skipped'
}

export interface VersionDiff {
  readonly version: number
  /** The version it is compared with; null for the first. */
  readonly before: number | null
  readonly title: readonly Run[]
  readonly text: readonly Run[]
}

/** What a version changed of the one before. Throws `post_not_found` for one that there is not. */
export async function findDiff(ctx: Ctx, postId: Id, version: number): Promise<VersionDiff> {
  const { rows } = await sql<{ version: number; title: string; document: Document }>`
    select version, title, document from post_version
     where post_id = ${postId}::bigint and version in (${version}::int, ${version - 1}::int)
    union all
    select p.version, p.title, b.document from post p join post_body b on b.post_id = p.id
     where p.id = ${postId}::bigint and p.version in (${version}::int, ${version - 1}::int)`.execute(ctx.db)
  const after = rows.find((row) => row.version === version)
  const before = rows.find((row) => row.version === version - 1)
  if (!after) throw contentProblems.postNotFound()
  return {
    version,
    before: before?.version ?? null,
    title: compare(before?.title ?? '', after.title),
    text: compare(before ? toPlainText(before.document) : '', toPlainText(after.document)),
  }
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

/** Words: Chinese has no spaces, so the language says where one ends. */
export const wordsOf = (text: string): string[] => [...segmenter.segment(text)].map((each) => each.segment)

/** A text this long changed throughout is not compared word by word, but line by line. */
const mostWords = 20_000
/** Of what stayed the same, so many characters beside a change are shown. */
const beside = 120

/** Word-level difference; long unchanged stretches are left out. */
export function compare(before: string, after: string): Run[] {
  const words = [wordsOf(before), wordsOf(after)] as const
  const [from, to] = words[0].length + words[1].length > mostWords ? [linesOf(before), linesOf(after)] : words
  const changes = diffArrays(from, to, { timeout: 1_000, maxEditLength: 8_000 })
  // Too different for a comparison in time: all of it is new.
  if (!changes)
    return join([
      { text: before, kind: 'removed' },
      { text: after, kind: 'added' },
    ])
  return join(
    changes.map(({ value, added, removed }) => ({
      text: value.join(''),
      kind: added ? 'added' : removed ? 'removed' : 'same',
    })),
  )
}

const linesOf = (text: string): string[] => text.split(/(?<=\n)/u)

function join(runs: readonly Run[]): Run[] {
  const kept = runs.filter((run) => run.text !== '')
  return kept.flatMap((run, at): Run[] => {
    if (run.kind !== 'same' || run.text.length <= beside * 2 + 40) return [run]
    const first = at === 0
    const last = at === kept.length - 1
    return [
      ...(first ? [] : [{ text: run.text.slice(0, beside), kind: 'same' as const }]),
      { text: '…', kind: 'skipped' as const },
      ...(last ? [] : [{ text: run.text.slice(-beside), kind: 'same' as const }]),
    ]
  })
}
