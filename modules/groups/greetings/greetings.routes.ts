/** Newcomers on the member site: who they are, a kind word, and their first steps. */
import { z } from 'zod'
import { member } from '#base/access/access.ts'
import { route } from '#base/http/route.ts'
import { id, pageQuery } from '#base/http/schemas.ts'
import { slugParams } from '../groups/site.routes.ts'
import { pending } from '../pending.ts'
import { freshFellow, newcomerProgress } from './shapes.ts'

const tag = 'groups'

export const greetingRoutes = () => [
  route(
    {
      method: 'get',
      path: '/api/site/groups/{slug}/newcomers',
      summary: 'See who came into your group in the last 30 days',
      tag,
      access: member,
      params: slugParams,
      query: pageQuery,
      answer: z.object({ items: z.array(freshFellow), next: z.string().nullable() }),
    },
    pending,
  ),
  route(
    {
      method: 'post',
      path: '/api/site/groups/{slug}/newcomers/{membership}/greeting',
      summary: 'Greet a newcomer',
      tag,
      access: member,
      limit: { max: 20, perSeconds: 60 },
      params: slugParams.extend({ membership: id }),
      body: z.object({ words: z.string().trim().min(1).max(200) }),
      answer: freshFellow,
    },
    pending,
  ),
  route(
    {
      method: 'get',
      path: '/api/site/groups/{slug}/first-steps',
      summary: 'See your first steps in a group',
      tag,
      access: member,
      params: slugParams,
      answer: newcomerProgress,
    },
    pending,
  ),
  route(
    {
      method: 'put',
      path: '/api/site/groups/{slug}/first-steps/{step}',
      summary: 'Tick off a first step that leads elsewhere',
      tag,
      access: member,
      params: slugParams.extend({ step: id }),
      answer: newcomerProgress,
    },
    pending,
  ),
]
