/** The inbox over HTTP. */
import { z } from 'zod'
import { member } from '#base/access/access.ts'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { noticeTabs } from '#base/declarations/notices.ts'
import { readCursor, writeCursor } from '#base/http/cursor.ts'
import { problems } from '#base/http/problem.ts'
import { type AnyRoute, route } from '#base/http/route.ts'
import { idParams, moment, pageOf, pageQuery } from '#base/http/schemas.ts'
import type { EngageParts } from '../parts.ts'
import { changeNotice, countUnread, findInbox, type InboxShown, readAll, removeNotice } from './inbox.ts'

const tag = 'Notices'
const tab = z.enum(noticeTabs)
const yesOrNo = z.enum(['true', 'false']).default('false')

const notice = z.object({
  id: z.string(),
  source: z.string(),
  tab,
  text: z.string(),
  named: z.string().describe('The part of the text that names people'),
  quote: z.string(),
  path: z.string().describe('Below the member site'),
  pictureUrl: z.string().nullable(),
  actors: z.array(
    z.object({ token: z.string(), name: z.string(), avatarUrl: z.string().nullable(), gone: z.boolean() }),
  ),
  count: z.int(),
  at: moment,
  read: z.boolean(),
  archived: z.boolean(),
  label: z.string(),
  because: z.string().describe('Why one is told'),
})

const present = ({ row, actors, ...shown }: InboxShown): z.input<typeof notice> => ({
  ...shown,
  actors: [...actors],
  id: row.id,
  source: row.source,
  tab: row.tab,
  count: row.count,
  at: row.latestAt.toISOString(),
  read: row.readAt !== null,
  archived: row.archivedAt !== null,
})

/** The member of a route whose access is `member`. */
export function asker(ctx: Ctx): Id {
  const memberId = ctx.actor.kind === 'account' ? ctx.actor.memberId : undefined
  if (!memberId) throw problems.forbidden()
  return memberId
}

export const inboxRoutes = (parts: EngageParts): AnyRoute[] => [
  route(
    {
      method: 'get',
      path: '/api/member/inbox',
      summary: 'List the own notices, newest first',
      tag,
      access: member,
      query: pageQuery.extend({
        limit: z.coerce.number().int().min(1).max(50).default(20),
        tab: tab.optional(),
        unread: yesOrNo,
        archived: yesOrNo.describe('Those that were put away'),
      }),
      answer: pageOf(notice),
    },
    async (ctx, { query: { cursor, limit, tab, unread, archived } }) => {
      const order = `inbox ${tab ?? ''} ${unread} ${archived}`
      const page = await findInbox(ctx, parts.sources, asker(ctx), {
        tab,
        unread: unread === 'true',
        archived: archived === 'true',
        after: readCursor(order, cursor),
        limit,
      })
      return { items: page.items.map(present), next: writeCursor(order, page.next) }
    },
  ),
  route(
    {
      method: 'get',
      path: '/api/member/inbox/unread',
      summary: 'Count the own notices that are new',
      tag,
      access: member,
      answer: z.object({
        count: z.int().describe('At most 99'),
        more: z.boolean(),
        tabs: z.record(tab, z.int()),
      }),
    },
    async (ctx) => await countUnread(ctx, parts.sources, asker(ctx)),
  ),
  route(
    {
      method: 'put',
      path: '/api/member/inbox/read',
      summary: 'Mark all own notices read',
      tag,
      access: member,
      body: z.object({
        tab: tab.optional(),
        until: moment.optional().describe('What happened later stays new; now when left out'),
      }),
      answer: z.object({ read: z.int() }),
    },
    async (ctx, { body: { tab, until } }) => ({
      read: await readAll(ctx, parts, asker(ctx), { tab, until: until ? new Date(until) : ctx.now }),
    }),
  ),
  route(
    {
      method: 'put',
      path: '/api/member/inbox/{id}',
      summary: 'Mark a notice read, and put it away or back',
      tag,
      access: member,
      params: idParams,
      body: z.object({ read: z.literal(true), archived: z.boolean().optional() }),
    },
    async (ctx, { params, body }) => {
      await changeNotice(ctx, parts, asker(ctx), params.id, body)
      return undefined
    },
  ),
  route(
    {
      method: 'delete',
      path: '/api/member/inbox/{id}',
      summary: 'Delete a notice',
      tag,
      access: member,
      params: idParams,
    },
    async (ctx, { params }) => {
      await removeNotice(ctx, parts, asker(ctx), params.id)
      return undefined
    },
  ),
]
