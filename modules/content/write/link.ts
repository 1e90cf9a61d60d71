/**
 * What stands behind a link, for the card that shows it. Asked once for everybody through the one way out,
 * which goes to public addresses only; each redirect is judged like a new address. The picture is made anew
 * and kept by us, so that reading a post tells no other host who reads.
 */
import { sql } from 'kysely'
import type { Ctx } from '#base/context.ts'
import { EgressError } from '#base/egress/egress-error.ts'
import { cleanLink } from '#base/html/link.ts'
import { Problem } from '#base/http/problem.ts'
import type { Egress, Files, Log } from '#base/parts.ts'
import { readPage } from './page-words.ts'

export interface LinkPreview {
  readonly href: string
  /** Empty when the page says nothing of itself. */
  readonly title: string
  readonly summary: string
  /** Token of a file of ours. */
  readonly picture: string | null
}

interface Ways {
  readonly egress: Egress
  readonly files: Files
  readonly log: Log
}

const keptDays = 7
/** Pages that could not be read are asked again sooner. */
const silentMinutes = 10
const redirects = 3
const pageBytes = 2 * 1024 * 1024
const pictureBytes = 5 * 1024 * 1024

/** The preview of an address, from what is kept or from the page itself; undefined for what may not be linked or is no web page. */
export async function findLinkPreview(ctx: Ctx, ways: Ways, href: string): Promise<LinkPreview | undefined> {
  const address = cleanLink(href)
  if (!address || !/^https?:/.test(address)) return undefined
  return (await findKept(ctx, address)) ?? (await fetchPreview(ctx, ways, address))
}

async function findKept(ctx: Ctx, address: string): Promise<LinkPreview | undefined> {
  const row = await ctx.db
    .selectFrom('link_preview')
    .leftJoin('file', (join) =>
      join.onRef('file.id', '=', 'link_preview.picture_file_id').on('file.removed_at', 'is', null),
    )
    .where('address', '=', address)
    .select(['title', 'summary', 'fetched_at as fetchedAt', 'file.token as picture'])
    .executeTakeFirst()
  if (!row) return undefined
  const minutes = (ctx.now.getTime() - row.fetchedAt.getTime()) / 60_000
  if (minutes > (row.title === '' ? silentMinutes : keptDays * 1_440)) return undefined
  return { href: address, title: row.title, summary: row.summary, picture: row.picture }
}

async function fetchPreview(ctx: Ctx, ways: Ways, address: string): Promise<LinkPreview> {
  const page = await fetchPage(ways, address)
  const words = page && readPage(page.body, page.type, page.address)
  const picture = words?.title && words.picture ? await keepPicture(ctx, ways, words.picture) : undefined
  const { title = '', summary = '' } = words ?? {}
  // Two who ask at once both fetch; the later one is kept.
  const row = await sql<{ picture: string | null }>`
    insert into link_preview (address, title, summary, picture_file_id, fetched_at)
    values (${address}, ${title}, ${summary}, ${picture ?? null}::bigint, ${ctx.now})
    on conflict (address) do update
       set title = coalesce(nullif(excluded.title, ''), link_preview.title),
           summary = case when excluded.title = '' then link_preview.summary else excluded.summary end,
           picture_file_id = coalesce(link_preview.picture_file_id, excluded.picture_file_id),
           fetched_at = excluded.fetched_at
    returning (select token from file where file.id = picture_file_id) as picture`.execute(ctx.db)
  return { href: address, title, summary, picture: row.rows[0]?.picture ?? null }
}

interface Fetched {
  readonly address: string
  readonly type: string
  readonly body: Uint8Array
}

/** Follows a few redirects by hand. Undefined for whatever cannot be had: a link without a preview is still a link. */
async function fetchPage(
  { egress, log }: Ways,
  address: string,
  accept = 'text/html,application/xhtml+xml',
  maxBytes = pageBytes,
): Promise<Fetched | undefined> {
  try {
    for (let hop = 0, at: string | undefined = address; at && hop <= redirects; hop++) {
      const { status, headers, body } = await egress.request(at, {
        headers: { accept, 'accept-language': 'zh-CN,zh;q=0.9,en;q=0.6' },
        maxBytes,
        timeoutMs: 5_000,
      })
      const type = headers.get('content-type') ?? ''
      if (status === 200) return fits(type, accept) ? { address: at, type, body } : undefined
      const next: string | null = status >= 300 && status < 400 ? headers.get('location') : null
      at = next && URL.canParse(next, at) ? cleanLink(new URL(next, at).href) : undefined
    }
  } catch (error) {
    if (!(error instanceof EgressError)) throw error
    log.debug({ host: new URL(address).host, why: error.message }, 'A linked page could not be read')
  }
  return undefined
}

const fits = (type: string, accept: string): boolean =>
  accept.split(',').some((one) => type.toLowerCase().startsWith(one.replace('*', '')))

/** The picture of a page as a file of ours; undefined when it is none that we take. */
async function keepPicture(ctx: Ctx, ways: Ways, address: string): Promise<string | undefined> {
  const link = cleanLink(address)
  const fetched = link && (await fetchPage(ways, link, 'image/*', pictureBytes))
  if (!fetched) return undefined
  try {
    const { id } = await ways.files.put(
      { ...ctx, actor: { kind: 'system', name: 'content.link' } },
      { bytes: fetched.body, purpose: 'content.picture' },
    )
    return id
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return undefined
  }
}
