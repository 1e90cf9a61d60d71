/** Search on the member site: for everybody, each sees what he may. */
import { z } from 'zod'
import { anyone } from '#base/access/access.ts'
import type { Declared } from '#base/declarations/declared.ts'
import { route } from '#base/http/route.ts'
import { id } from '#base/http/schemas.ts'
import { mark } from '#base/search/mark.ts'
import { search, suggest } from './find/search.ts'
import { findSimilar } from './find/similar.ts'
import { noteOpened, noteSearch } from './insight/queries.ts'
import { hitAnswer, queryText, searchAnswer, searchQuery } from './shapes.ts'

const tag = 'search'

export const siteRoutes = (declared: Pick<Declared, 'searchable'>) => [
  route(
    {
      method: 'get',
      path: '/api/site/search',
      summary: 'Search posts, topics, groups and members',
      tag,
      access: anyone,
      limit: { max: 120, perSeconds: 60 },
      query: searchQuery,
      answer: searchAnswer,
    },
    async (ctx, { query }) => {
      const narrowed = Object.entries(query).some(
        ([name, value]) => value !== undefined && !['q', 'source', 'sort', 'cursor', 'limit'].includes(name),
      )
      return await search(ctx, declared, query, async (folded, found) => {
        // The next page is not another search.
        if (query.cursor !== undefined) return
        await noteSearch(ctx, { folded, found, source: query.source ?? null, narrowed })
      })
    },
  ),
  route(
    {
      method: 'get',
      path: '/api/site/search/suggestions',
      summary: 'Suggest what somebody who types may mean',
      tag,
      access: anyone,
      limit: { max: 300, perSeconds: 60 },
      query: z.object({ q: queryText }),
      answer: z.object({ items: z.array(hitAnswer) }),
    },
    async (ctx, { query }) => ({ items: await suggest(ctx, declared, query.q) }),
  ),
  route(
    {
      method: 'get',
      path: '/api/site/search/similar',
      summary: 'Find posts that speak of the same',
      tag,
      access: anyone,
      limit: { max: 120, perSeconds: 60 },
      query: z.object({
        q: z.string().trim().min(1).max(500),
        exceptId: id.optional().describe('The post itself'),
        limit: z.coerce.number().int().min(1).max(10).default(5),
      }),
      answer: z.object({ items: z.array(hitAnswer) }),
    },
    async (ctx, { query: { q, limit, exceptId } }) => {
      const source = declared.searchable().find(({ name }) => name === 'posts')
      const hits = source
        ? await findSimilar(ctx, source, q, { limit, ...(exceptId ? { exceptId } : {}) })
        : []
      return {
        items: hits.map((hit) => ({
          source: 'posts',
          id: hit.id,
          path: hit.path,
          title: mark(hit.title, []),
          excerpt: mark([...hit.body].slice(0, 80).join(''), []),
          note: hit.note,
          pictureUrl: hit.pictureUrl ?? null,
          at: hit.at?.toISOString() ?? null,
        })),
      }
    },
  ),
  route(
    {
      method: 'post',
      path: '/api/site/search/openings',
      summary: 'Tell that a result was opened',
      tag,
      access: anyone,
      limit: { max: 60, perSeconds: 60 },
      idempotency: 'none',
      body: z.object({ q: queryText, place: z.int().min(1).max(200), source: z.string().max(20) }),
    },
    async (ctx, { body }) => {
      const known = declared.searchable().some(({ name }) => name === body.source)
      if (known) await noteOpened(ctx, body)
      return undefined
    },
  ),
]
