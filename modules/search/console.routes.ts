/** Search in the console: what people seek, words that mean the same, and the index itself. */
import { sql } from 'kysely'
import { z } from 'zod'
import { permitted } from '#base/access/access.ts'
import { transact } from '#base/context.ts'
import type { Declared } from '#base/declarations/declared.ts'
import { route } from '#base/http/route.ts'
import { idParams } from '#base/http/schemas.ts'
import { render } from '#base/i18n/messages.ts'
import type { Parts } from '#base/parts.ts'
import { cuttingVersion } from '#base/search/words.ts'
import { audit } from '#modules/identity/api.ts'
import type { rebuildJob } from './index/rebuild.ts'
import { findFigures } from './insight/queries.ts'
import { findSynonyms, removeSynonyms, type Synonyms, saveSynonyms } from './synonyms/synonyms.ts'

const tag = 'search'
const figures = z.object({
  query: z.string(),
  searches: z.int(),
  empty: z.int(),
  clicks: z.int(),
  place: z.number().nullable(),
})
const synonyms = z.object({ id: z.string(), words: z.array(z.string()), changedAt: z.string() })
const synonymsBody = z.object({ words: z.array(z.string().trim().min(1).max(30)).min(2).max(12) })
const present = (one: Synonyms): z.input<typeof synonyms> => ({
  id: one.id,
  words: [...one.words],
  changedAt: one.changedAt.toISOString(),
})

export const consoleRoutes = (
  { jobs }: Pick<Parts, 'jobs'>,
  declared: Pick<Declared, 'searchable'>,
  rebuild: ReturnType<typeof rebuildJob>,
) => [
  route(
    {
      method: 'get',
      path: '/api/search/insight',
      summary: 'See what people search for, and what they do not find',
      tag,
      access: permitted('search.read'),
      query: z.object({ days: z.coerce.number().int().min(1).max(180).default(30) }),
      answer: z.object({
        days: z.array(z.object({ day: z.string(), searches: z.int(), empty: z.int(), clicks: z.int() })),
        top: z.array(figures),
        missing: z.array(figures),
      }),
    },
    async (ctx, { query }) => {
      const { days, top, missing } = await findFigures(ctx, query.days)
      return { days: [...days], top: [...top], missing: [...missing] }
    },
  ),
  route(
    {
      method: 'get',
      path: '/api/search/index',
      summary: 'See how complete the index is',
      tag,
      access: permitted('search.read'),
      answer: z.object({
        sources: z.array(
          z.object({
            name: z.string(),
            label: z.string(),
            things: z.int(),
            builtAt: z.string().nullable(),
            current: z.boolean().describe('Cut into words the way they are cut now'),
          }),
        ),
      }),
    },
    async (ctx) => {
      const { rows } = await sql<{
        source: string
        things: number
        builtAt: Date | null
        version: number | null
      }>`
        select s.source, (select count(*)::int from search_document d where d.source = s.source) as things,
               b.ended_at as "builtAt", b.version
          from unnest(${declared.searchable().map(({ name }) => name)}::text[]) as s (source)
          left join search_source b on b.source = s.source`.execute(ctx.db)
      return {
        sources: declared.searchable().map(({ name, label }) => {
          const row = rows.find((each) => each.source === name)
          return {
            name,
            label: render(label, ctx.locale),
            things: row?.things ?? 0,
            builtAt: row?.builtAt?.toISOString() ?? null,
            current: row?.version === cuttingVersion,
          }
        }),
      }
    },
  ),
  route(
    {
      method: 'post',
      path: '/api/search/rebuild',
      summary: 'Build the index anew',
      tag,
      access: permitted('search.edit'),
      answer: z.object({ jobId: z.string() }),
      status: 202,
    },
    async (ctx) =>
      await transact(ctx, async (tx) => {
        const jobId = await jobs.enqueue(tx, rebuild, { always: true })
        await audit(tx, 'search.rebuilt', { kind: 'job', id: jobId }, {})
        return { jobId }
      }),
  ),
  route(
    {
      method: 'get',
      path: '/api/search/synonyms',
      summary: 'List words that mean the same',
      tag,
      access: permitted('search.read'),
      answer: z.object({ items: z.array(synonyms), next: z.string().nullable() }),
    },
    async (ctx) => ({ items: (await findSynonyms(ctx)).map(present), next: null }),
  ),
  route(
    {
      method: 'post',
      path: '/api/search/synonyms',
      summary: 'Add words that mean the same',
      tag,
      access: permitted('search.edit'),
      body: synonymsBody,
      answer: synonyms,
      status: 201,
    },
    async (ctx, { body }) => present(await saveSynonyms(ctx, undefined, body.words)),
  ),
  route(
    {
      method: 'put',
      path: '/api/search/synonyms/{id}',
      summary: 'Change words that mean the same',
      tag,
      access: permitted('search.edit'),
      params: idParams,
      body: synonymsBody,
      answer: synonyms,
    },
    async (ctx, { params, body }) => present(await saveSynonyms(ctx, params.id, body.words)),
  ),
  route(
    {
      method: 'delete',
      path: '/api/search/synonyms/{id}',
      summary: 'Remove words that mean the same',
      tag,
      access: permitted('search.edit'),
      params: idParams,
    },
    async (ctx, { params }) => {
      await removeSynonyms(ctx, params.id)
      return undefined
    },
  ),
]
