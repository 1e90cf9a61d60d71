/** Pictures, films and files of a post: whose they may be, and what a list shows of them. */
import { sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import type { Document } from '#base/html/document.ts'
import { contentProblems } from '../problems.ts'
import type { Medium } from '../shapes.ts'

export interface OwnFile {
  readonly id: Id
  readonly token: string
  readonly type: string
  readonly width: number | null
  readonly height: number | null
}

/**
 * The files behind tokens. People may use what they sent themselves, what one of their drafts keeps, and what
 * the post shows already; `anyone` is for what the product itself writes. Throws `file_unknown`.
 */
export async function takeFiles(
  tx: Ctx,
  tokens: readonly string[],
  by: { readonly memberId: Id; readonly postId?: Id | undefined; readonly anyone?: boolean },
): Promise<readonly OwnFile[]> {
  if (tokens.length === 0) return []
  const account = tx.actor.kind === 'account' ? tx.actor.accountId : null
  const { rows } = await sql<OwnFile>`
    select f.id, f.token, f.type, f.width, f.height
      from file f
     where f.token = any(${[...tokens]}) and f.ready and f.removed_at is null
       and (${by.anyone ?? false}
         or f.owner_id = ${account}::bigint
         or f.owner_id = (select account_id from member where id = ${by.memberId}::bigint)
         or exists (select from post_file p where p.file_id = f.id and p.post_id = ${by.postId ?? null}::bigint)
         or exists (select from draft_file k join draft d on d.id = k.draft_id
                     where k.file_id = f.id and d.member_id = ${by.memberId}::bigint))`.execute(tx.db)
  if (rows.length < new Set(tokens).size) throw contentProblems.fileUnknown()
  return rows
}

/** Makes the post keep exactly these files. */
export async function keepFiles(tx: Ctx, postId: Id, files: readonly OwnFile[]): Promise<void> {
  const ids = files.map((file) => file.id)
  await sql`delete from post_file where post_id = ${postId}::bigint and not (file_id = any(${ids}::bigint[]))`.execute(
    tx.db,
  )
  await sql`
    insert into post_file (post_id, file_id)
    select ${postId}::bigint, unnest(${ids}::bigint[]) on conflict do nothing`.execute(tx.db)
}

export const isPicture = (file: Pick<OwnFile, 'type'>): boolean => file.type.startsWith('image/')
export const isFilm = (file: Pick<OwnFile, 'type'>): boolean => file.type.startsWith('video/')

/** What a list shows, in the order in which the document shows it: at most nine. */
export function mediaOf(document: Document, files: readonly OwnFile[]): Medium[] {
  const known = new Map(files.map((file) => [file.token, file]))
  const media: Medium[] = []
  const visit = (node: unknown): void => {
    if (media.length === 9 || typeof node !== 'object' || node === null) return
    const { attrs, content } = node as { attrs?: { file?: unknown; alt?: unknown }; content?: unknown }
    const file = typeof attrs?.file === 'string' ? known.get(attrs.file) : undefined
    if (file && (isPicture(file) || isFilm(file)) && !media.some((each) => each.file === file.token))
      media.push({
        kind: isFilm(file) ? 'video' : 'image',
        file: file.token,
        width: file.width ?? 0,
        height: file.height ?? 0,
        alt: typeof attrs?.alt === 'string' ? attrs.alt : '',
      })
    if (Array.isArray(content)) for (const child of content) visit(child)
  }
  visit(document)
  return media
}
