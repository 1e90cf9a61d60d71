/** Drafts of the member who asks. */
import { z } from 'zod'
import { member } from '#base/access/access.ts'
import { route } from '#base/http/route.ts'
import { idParams } from '#base/http/schemas.ts'
import { requireAsker } from '../access.ts'
import type { ContentParts } from '../parts.ts'
import { beginDraft, type Draft, dropDraft, findDrafts, getDraft, saveDraft } from './drafts.ts'
import { draftAnswer, draftBegun, draftLine, draftSaved } from './shapes.ts'

const tag = 'content'
const saved = z.object({
  saved: z.boolean().describe('False: another device was faster, and the draft is its newer one'),
  draft: draftAnswer,
})

const present = ({ document, updatedAt, ...draft }: Draft): z.input<typeof draftAnswer> => ({
  ...draft,
  document: { ...document },
  updatedAt: updatedAt.toISOString(),
})

export const draftRoutes = ({ audience }: Pick<ContentParts, 'audience'>) => [
  route(
    {
      method: 'get',
      path: '/api/member/drafts',
      summary: 'List your drafts, the newest first',
      tag,
      access: member,
      answer: z.object({ items: z.array(draftLine) }),
    },
    async (ctx) => ({
      items: (await findDrafts(ctx, requireAsker(ctx))).map((draft) => ({
        ...draft,
        updatedAt: draft.updatedAt.toISOString(),
      })),
    }),
  ),
  route(
    {
      method: 'post',
      path: '/api/member/drafts',
      summary: 'Begin a draft',
      tag,
      access: member,
      body: draftBegun,
      maxBody: 1_048_576,
      answer: draftAnswer,
      status: 201,
    },
    async (ctx, { body }) => present(await beginDraft(ctx, audience, requireAsker(ctx), body)),
  ),
  route(
    {
      method: 'get',
      path: '/api/member/drafts/{id}',
      summary: 'Read a draft of yours',
      tag,
      access: member,
      params: idParams,
      answer: draftAnswer,
    },
    async (ctx, { params }) => present(await getDraft(ctx, requireAsker(ctx), params.id)),
  ),
  route(
    {
      method: 'put',
      path: '/api/member/drafts/{id}',
      summary: 'Save a draft over the revision that you know',
      tag,
      access: member,
      params: idParams,
      body: draftSaved,
      maxBody: 1_048_576,
      answer: saved,
    },
    async (ctx, { params, body }) => {
      const result = await saveDraft(ctx, requireAsker(ctx), params.id, body)
      return { saved: result.saved, draft: present(result.draft) }
    },
  ),
  route(
    {
      method: 'delete',
      path: '/api/member/drafts/{id}',
      summary: 'Throw a draft away',
      tag,
      access: member,
      params: idParams,
    },
    async (ctx, { params }) => {
      await dropDraft(ctx, requireAsker(ctx), params.id)
      return undefined
    },
  ),
]
