/** Meetings over HTTP. */
import { z } from 'zod'
import { permitted } from '#base/access/access.ts'
import { may } from '#base/access/actor.ts'
import type { Declared } from '#base/declarations/declared.ts'
import { readCursor, writeCursor } from '#base/http/cursor.ts'
import { route } from '#base/http/route.ts'
import { id, idParams, moment, pageQuery } from '#base/http/schemas.ts'
import type { Parts } from '#base/parts.ts'
import { departmentName } from '../people/departments.ts'
import { collectAgenda } from './agenda.ts'
import {
  addItem,
  callMeeting,
  changeMeeting,
  closeMeeting,
  decideItem,
  findItems,
  findMeetings,
  getMeeting,
  makeTaskOf,
} from './meetings.ts'

const tag = 'Meetings'
const reads = permitted('tasks.read')
const manages = permitted('team.manage')
const title = z.string().trim().min(1).max(80)
const week = 7 * 86_400_000

const meetingAnswer = z.object({
  id,
  title: z.string(),
  startsAt: moment,
  closedAt: moment.nullable(),
  items: z.int(),
  tasks: z.int(),
})
const itemParams = idParams.extend({ itemId: id })

export const meetingRoutes = (parts: Pick<Parts, 'log'>, declared: Pick<Declared, 'work'>) => [
  route(
    {
      method: 'get',
      path: '/api/meetings',
      summary: 'List meetings, the latest first',
      tag,
      access: reads,
      query: pageQuery,
      answer: z.object({
        items: z.array(meetingAnswer),
        next: z.string().nullable(),
        can: z.object({ manage: z.boolean() }),
      }),
    },
    async (ctx, { query }) => {
      const rows = await findMeetings(ctx, readCursor('meetings', query.cursor)?.id, query.limit + 1)
      const shown = rows.slice(0, query.limit)
      const last = shown.at(-1)
      return {
        items: shown.map((row) => ({
          id: row.id,
          title: row.title,
          startsAt: row.starts_at.toISOString(),
          closedAt: row.closed_at?.toISOString() ?? null,
          items: Number(row.items ?? 0),
          tasks: Number(row.tasks ?? 0),
        })),
        next: writeCursor(
          'meetings',
          rows.length > shown.length && last ? { value: null, id: last.id } : null,
        ),
        can: { manage: may(ctx.actor, 'team.manage') },
      }
    },
  ),
  route(
    {
      method: 'post',
      path: '/api/meetings',
      summary: 'Call a meeting; its agenda is collected from what is open',
      tag,
      access: manages,
      body: z.object({ title, startsAt: moment }),
      answer: z.object({ id }),
      status: 201,
    },
    async (ctx, { body }) => {
      const startsAt = new Date(body.startsAt)
      const until = new Date(startsAt.getTime() + week)
      const matters = await collectAgenda(ctx, declared.work(), until, parts.log)
      return { id: await callMeeting(ctx, { title: body.title, startsAt }, matters) }
    },
  ),
  route(
    {
      method: 'get',
      path: '/api/meetings/{id}',
      summary: 'See a meeting with its agenda, decisions and minutes',
      tag,
      access: reads,
      params: idParams,
      answer: z.object({
        id,
        title: z.string(),
        startsAt: moment,
        closedAt: moment.nullable(),
        minutes: z.string(),
        items: z.array(
          z.object({
            id,
            origin: z.enum(['task', 'work', 'hand']),
            text: z.string(),
            path: z.string().nullable(),
            department: z.object({ id, name: z.string() }).nullable(),
            decision: z.string(),
            task: z.object({ id, title: z.string(), closed: z.boolean() }).nullable(),
          }),
        ),
        can: z.object({ manage: z.boolean() }),
      }),
    },
    async (ctx, { params }) => {
      const meeting = await getMeeting(ctx, params.id)
      const items = await findItems(ctx, params.id)
      return {
        id: meeting.id,
        title: meeting.title,
        startsAt: meeting.starts_at.toISOString(),
        closedAt: meeting.closed_at?.toISOString() ?? null,
        minutes: meeting.minutes,
        items: items.map((item) => ({
          id: item.id,
          origin: item.origin as 'task' | 'work' | 'hand',
          text: item.text,
          path: item.path,
          department:
            item.departmentId && item.departmentKey
              ? {
                  id: item.departmentId,
                  name: departmentName({ key: item.departmentKey, name: item.departmentName }, ctx.locale),
                }
              : null,
          decision: item.decision,
          task: item.taskId
            ? { id: item.taskId, title: item.taskTitle ?? '', closed: item.taskClosedAt !== null }
            : null,
        })),
        can: { manage: may(ctx.actor, 'team.manage') && meeting.closed_at === null },
      }
    },
  ),
  route(
    {
      method: 'patch',
      path: '/api/meetings/{id}',
      summary: 'Write the minutes, move or rename a meeting',
      tag,
      access: manages,
      params: idParams,
      body: z.object({
        title: title.optional(),
        startsAt: moment.optional(),
        minutes: z.string().max(10_000).optional(),
      }),
    },
    async (ctx, { params, body }) => {
      const { startsAt, ...rest } = body
      await changeMeeting(ctx, params.id, { ...rest, ...(startsAt ? { startsAt: new Date(startsAt) } : {}) })
      return undefined
    },
  ),
  route(
    {
      method: 'put',
      path: '/api/meetings/{id}/closure',
      summary: 'Close a meeting',
      tag,
      access: manages,
      params: idParams,
    },
    async (ctx, { params }) => {
      await closeMeeting(ctx, params.id)
      return undefined
    },
  ),
  route(
    {
      method: 'post',
      path: '/api/meetings/{id}/items',
      summary: 'Put something on the agenda',
      tag,
      access: manages,
      params: idParams,
      body: z.object({
        text: z.string().trim().min(1).max(300),
        departmentId: id.nullable().default(null),
      }),
    },
    async (ctx, { params, body }) => {
      await addItem(ctx, params.id, body)
      return undefined
    },
  ),
  route(
    {
      method: 'patch',
      path: '/api/meetings/{id}/items/{itemId}',
      summary: 'Write what was decided',
      tag,
      access: manages,
      params: itemParams,
      body: z.object({ decision: z.string().trim().max(1_000) }),
    },
    async (ctx, { params, body }) => {
      await decideItem(ctx, params.id, params.itemId, body.decision)
      return undefined
    },
  ),
  route(
    {
      method: 'post',
      path: '/api/meetings/{id}/items/{itemId}/task',
      summary: 'Turn an item into a task',
      tag,
      access: manages,
      params: itemParams,
      body: z.object({
        title: z.string().trim().min(1).max(120),
        ownerId: id.nullable(),
        dueAt: moment.nullable().default(null),
      }),
      answer: z.object({ id }),
      status: 201,
    },
    async (ctx, { params, body }) => ({
      id: await makeTaskOf(ctx, params.id, params.itemId, {
        ...body,
        dueAt: body.dueAt ? new Date(body.dueAt) : null,
      }),
    }),
  ),
]
