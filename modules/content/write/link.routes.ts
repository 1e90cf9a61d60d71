/** Previews of links. */
import { z } from 'zod'
import { member } from '#base/access/access.ts'
import { route } from '#base/http/route.ts'
import { requireAsker } from '../access.ts'
import type { ContentParts } from '../parts.ts'
import { findLinkPreview } from './link.ts'

const answer = z.object({
  preview: z
    .object({
      href: z.string(),
      title: z.string(),
      summary: z.string(),
      picture: z.string().nullable().describe('Token: /files/{token}/small'),
    })
    .nullable()
    .describe('Null when the page cannot be read or says nothing of itself'),
})

export const linkRoutes = (parts: ContentParts) => [
  route(
    {
      method: 'post',
      path: '/api/member/writing/link',
      summary: 'Read what the page behind a link says of itself',
      tag: 'content',
      access: member,
      // Each may make the server fetch a page.
      limit: { max: 20, perSeconds: 60, globalMax: 300, exact: true },
      idempotency: 'none',
      body: z.object({ href: z.string().max(2_000) }),
      answer,
    },
    async (ctx, { body }) => {
      requireAsker(ctx)
      const found = await findLinkPreview(ctx, parts, body.href)
      return { preview: found && found.title !== '' ? found : null }
    },
  ),
]
