/** Searches on behalf of a visitor: the hits he may see, and help when there are none. */
import { sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import type { Declared } from '#base/declarations/declared.ts'
import type { SearchSource, Sight } from '#base/declarations/searchable.ts'
import { readCursor, writeCursor } from '#base/http/cursor.ts'
import { problems } from '#base/http/problem.ts'
import { render } from '#base/i18n/messages.ts'
import type { HitAnswer, SearchAnswer, SearchQuery } from '../shapes.ts'
import { present } from './found.ts'
import { type Filter, rank } from './rank.ts'
import { stretchesOf, type Understood, understand } from './understand.ts'

/** What people write comes first; the others are shown beside it. */
const main = 'posts'
const days = { day: 1, week: 7, month: 31, year: 366 } as const

export async function search(
  ctx: Ctx,
  declared: Pick<Declared, 'searchable'>,
  query: SearchQuery,
  /** Told as soon as it is known how much there is, while it is being shown. */
  told: (folded: string, found: number) => Promise<void> = async () => undefined,
): Promise<SearchAnswer> {
  const sources = declared.searchable()
  const source = sources.find((each) => each.name === (query.source ?? main))
  if (!source) throw problems.notFound()
  const order = `search ${query.sort}`
  const place = placeOf(order, query.cursor, ctx.now)
  const [asked, seen, filter] = await Promise.all([
    understand(ctx, query.q),
    lookAt(ctx, source),
    filterOf(ctx, query),
  ])
  const { rows, total, absent } = await rank(ctx, seen, asked, {
    filter,
    newest: query.sort === 'newest',
    limit: query.limit + 1,
    asOf: place.asOf,
    after: place.after,
  })
  const page = rows.slice(0, query.limit)
  const last = page.at(-1)
  const first = query.cursor === undefined
  const beside = first && query.source === undefined ? await others(ctx, sources, source, asked, filter) : []
  const found = beside.reduce((sum, each) => sum + each.total, total)
  const [items] = await Promise.all([present(seen, page, asked), told(asked.folded, found)])
  const nothing = first && items.length === 0 && beside.every((each) => each.items.length === 0)
  return {
    items,
    next:
      rows.length > query.limit && last
        ? writeCursor(order, { value: `${place.asOf.toISOString()} ${last.score}`, id: last.id })
        : null,
    sources: beside.map(({ name, label, total: many, items: some }) => ({
      name,
      label,
      total: many,
      items: some,
    })),
    total,
    kinds: (source.kinds ?? []).map(({ name, label }) => ({ name, label: render(label, ctx.locale) })),
    // Only when something that one may see has it: what is written elsewhere is nobody's hint.
    meant:
      rows.some((row) => row.mended) || beside.some((each) => each.mended) ? (asked.meant ?? null) : null,
    // Of what he may see: whether a word stands on a closed board must not be told by what is said to be nowhere.
    unknown: items.length === 0 ? [] : stretchesOf(asked.folded, [...asked.unknown, ...absent]),
    popular: nothing ? await popular(ctx, sources) : [],
  }
}

/** A source, and what the one who asks may see of it. */
const lookAt = async (ctx: Ctx, source: SearchSource): Promise<SearchSource & Sight> => ({
  ...source,
  ...(await source.sight(ctx)),
})

/** The best of the sources beside the main one; a filter that only fits posts leaves them out. */
async function others(
  ctx: Ctx,
  sources: readonly SearchSource[],
  source: SearchSource,
  asked: Understood,
  filter: Filter,
) {
  if (Object.values(filter).some((value) => value !== undefined)) return []
  const found: { name: string; label: string; total: number; items: HitAnswer[]; mended: boolean }[] = []
  for (const each of sources) {
    if (each === source) continue
    const seen = await lookAt(ctx, each)
    const { rows, total } = await rank(ctx, seen, asked, { limit: 3, asOf: ctx.now, atLeast: 0.5 })
    found.push({
      name: each.name,
      label: render(each.label, ctx.locale),
      total,
      items: await present(seen, rows, asked),
      mended: rows.some((row) => row.mended),
    })
  }
  return found
}

async function filterOf(ctx: Ctx, query: SearchQuery): Promise<Filter> {
  const since = query.time && new Date(ctx.now.getTime() - days[query.time] * 86_400_000)
  return {
    kinds: query.kind?.split(',').filter(Boolean),
    groupId: query.groupId,
    boardId: query.boardId,
    topicId: query.topicId,
    solved: query.solved && query.solved === 'yes',
    since,
    authorId: query.author === undefined ? undefined : await memberWith(ctx, query.author),
  }
}

/** Nobody has the id 0: an unknown author wrote nothing. */
async function memberWith(ctx: Ctx, token: string): Promise<Id> {
  const row = await ctx.db.selectFrom('member').select('id').where('token', '=', token).executeTakeFirst()
  return row?.id ?? '0'
}

function placeOf(order: string, cursor: string | undefined, now: Date) {
  const place = readCursor(order, cursor)
  if (!place) return { asOf: now, after: undefined }
  const [moment = '', score = ''] = (place.value ?? '').split(' ')
  const asOf = new Date(moment)
  if (Number.isNaN(asOf.getTime()) || !Number.isFinite(Number(score)) || score === '')
    throw problems.cursorInvalid()
  return { asOf, after: { score, id: place.id } }
}

/** Topics (else groups) that many know, for who found nothing. */
async function popular(ctx: Ctx, sources: readonly SearchSource[]): Promise<HitAnswer[]> {
  for (const name of ['topics', 'groups']) {
    const source = sources.find((each) => each.name === name)
    const known = source ? await bestKnown(ctx, source) : []
    if (known.length > 0) return known
  }
  return []
}

async function bestKnown(ctx: Ctx, source: SearchSource): Promise<HitAnswer[]> {
  const seen = await lookAt(ctx, source)
  const { rows } = await sql<{ id: Id }>`
    select d.ref_id as id from search_document d
     where d.source = ${source.name} and ${seen.visible}
     order by d.prior desc, d.id desc limit 6`.execute(ctx.db)
  return await present(
    seen,
    rows.map(({ id }) => ({ id, refId: id, score: '0', mended: false })),
    { terms: [] },
  )
}

/** While typing: names that begin so or sound so, then titles. */
export async function suggest(
  ctx: Ctx,
  declared: Pick<Declared, 'searchable'>,
  text: string,
): Promise<HitAnswer[]> {
  const asked = await understand(ctx, text, { typing: true })
  const sources = [...declared.searchable()].sort(
    (one, other) => Number(other.named ?? false) - Number(one.named ?? false),
  )
  const found: HitAnswer[] = []
  for (const source of sources) {
    const seen = await lookAt(ctx, source)
    const { rows } = await rank(ctx, seen, asked, {
      limit: source.named ? 3 : 5,
      asOf: ctx.now,
      atLeast: 0.6,
    })
    found.push(...(await present(seen, rows, asked)))
  }
  return found.slice(0, 10).map((hit) => ({ ...hit, excerpt: [] }))
}
