/** What the composer offers while somebody types. */
import { z } from 'zod'
import { member } from '#base/access/access.ts'
import { route } from '#base/http/route.ts'
import { id } from '#base/http/schemas.ts'
import { render } from '#base/i18n/messages.ts'
import { requireAsker } from '../access.ts'
import type { ContentParts } from '../parts.ts'
import { card } from '../shapes.ts'
import { suggestPeople } from './people.ts'
import { findThings } from './things.ts'
import { suggestTopics } from './topics.ts'

const tag = 'content'
const text = z.string().max(60).default('')
/** Asked while people type, so more often than anything else. */
const limit = { max: 240, perSeconds: 60 }

export const suggestionRoutes = (parts: ContentParts) => [
  route(
    {
      method: 'get',
      path: '/api/member/writing/people',
      summary: 'Suggest people to mention, by name or pinyin',
      tag,
      access: member,
      limit,
      query: z.object({ text, boardId: id.optional(), postId: id.optional() }),
      answer: z.object({
        items: z.array(
          z.object({
            token: z.string(),
            name: z.string(),
            avatarUrl: z.string().nullable(),
            near: z.boolean().describe('Takes part in what is being answered'),
          }),
        ),
      }),
    },
    async (ctx, { query }) => ({ items: [...(await suggestPeople(ctx, parts, query, requireAsker(ctx)))] }),
  ),
  route(
    {
      method: 'get',
      path: '/api/member/writing/topics',
      summary: 'Suggest topics to name, by their beginning or pinyin',
      tag,
      access: member,
      limit,
      query: z.object({ text }),
      answer: z.object({ items: z.array(z.object({ name: z.string(), posts: z.number().int() })) }),
    },
    async (ctx, { query }) => ({ items: [...(await suggestTopics(ctx, parts, query.text))] }),
  ),
  route(
    {
      method: 'get',
      path: '/api/member/writing/things',
      summary: 'Find products and other things to show in a post',
      tag,
      access: member,
      limit,
      query: z.object({
        kind: z.string().max(20).optional(),
        id: id.optional().describe('Only this one, as it is now'),
        text,
      }),
      answer: z.object({
        kinds: z.array(z.object({ kind: z.string(), label: z.string() })),
        items: z.array(card),
      }),
    },
    async (ctx, { query }) => {
      const found = await findThings(ctx, parts.declared.cards(), query)
      return {
        kinds: found.kinds.map(({ kind, label }) => ({ kind, label: render(label, ctx.locale) })),
        items: [...found.items],
      }
    },
  ),
]
