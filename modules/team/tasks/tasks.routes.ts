/** Tasks over HTTP. */
import { z } from 'zod'
import { operator, permitted } from '#base/access/access.ts'
import { may } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { readCursor, writeCursor } from '#base/http/cursor.ts'
import { route } from '#base/http/route.ts'
import { id, idParams, moment, pageQuery, refusal } from '#base/http/schemas.ts'
import type { Parts } from '#base/parts.ts'
import { addToDay, dayOf, startOfDay, startOfUnit } from '#base/time/calendar.ts'
import { requireAccount } from '../acting.ts'
import { findCalendar } from '../calendar/calendar.ts'
import { handOverTasks } from './handover.ts'
import { taskPage } from './page.ts'
import { presentTask, taskAnswer, taskPageAnswer } from './present.ts'
import { tellOwner } from './reminders.ts'
import { endSeries } from './series.ts'
import { addStep, changeStep, commentOnTask, removeStep } from './steps.ts'
import { canAssign } from './task.ts'
import {
  accessTask,
  countTasks,
  findTasks,
  findWorkload,
  sorts,
  states,
  type TaskFilter,
} from './tasks.sql.ts'
import { changeTask, closeTask, createTask, reopenTask } from './tasks.ts'

const tag = 'Tasks'
const works = permitted('tasks.work')

const title = z.string().trim().min(1).max(120)
const detail = z.string().trim().max(4_000)
const checkHow = z.string().trim().max(300)
const step = z.string().trim().min(1).max(200)
const object = z.object({
  kind: z.string().regex(/^[a-z][a-z_]{0,39}$/),
  id,
  name: z.string().trim().max(120),
  path: z
    .string()
    .max(200)
    .regex(/^\/[^/\\]/)
    .refine((path) => !path.includes('..'), refusal({ zh: '链接不正确', en: 'Not a place in the console' })),
})

const listQuery = pageQuery.extend({
  q: z.string().trim().min(1).max(60).optional(),
  owner: z.union([id, z.enum(['me', 'none'])]).optional(),
  department: id.optional(),
  state: z.enum(states).default('open'),
  due: z.enum(['late', 'today', 'week']).optional().describe('Due before now, tomorrow, next Monday'),
  object: z
    .string()
    .regex(/^[a-z][a-z_]{0,39}:\d{1,19}$/)
    .optional()
    .describe('What it is about: `member:12`'),
  sort: z.enum(sorts).default('due'),
})

async function filterOf(ctx: Ctx, query: z.infer<typeof listQuery>): Promise<TaskFilter> {
  const { q, owner, department, state, due, object: about } = query
  const [kind = '', objectId = ''] = about?.split(':') ?? []
  return {
    q,
    owner: owner === 'me' ? requireAccount(ctx) : owner,
    department,
    state,
    dueBefore: due && (await dueBefore(ctx, due)),
    object: about ? { kind, id: objectId } : undefined,
  }
}

async function dueBefore(ctx: Ctx, due: 'late' | 'today' | 'week'): Promise<Date> {
  if (due === 'late') return ctx.now
  const { zone } = await findCalendar(ctx)
  const today = dayOf(ctx.now, zone)
  return due === 'today'
    ? startOfDay(addToDay(today, 1, 'day'), zone)
    : startOfDay(addToDay(startOfUnit(today, 'week'), 7, 'day'), zone)
}

const date = (text: string | null | undefined): Date | null | undefined =>
  typeof text === 'string' ? new Date(text) : text

export const tasksRoutes = (parts: Pick<Parts, 'mail' | 'config'>) => [
  route(
    {
      method: 'get',
      path: '/api/tasks',
      summary: 'List tasks: all of the team’s, or for guests their own',
      tag,
      access: operator,
      query: listQuery,
      answer: z.object({
        items: z.array(taskAnswer),
        next: z.string().nullable(),
        total: z.int().nullable(),
        can: z.object({ create: z.boolean(), assign: z.boolean() }),
      }),
    },
    async (ctx, { query }) => {
      const filter = await filterOf(ctx, query)
      const order = `tasks ${query.sort}`
      const after = readCursor(order, query.cursor)
      const page = await findTasks(ctx, filter, { sort: query.sort, after, limit: query.limit })
      return {
        items: page.items.map((task) => presentTask(ctx, task)),
        next: writeCursor(order, page.next),
        total: after ? null : await countTasks(ctx, filter),
        can: { create: may(ctx.actor, 'tasks.work'), assign: canAssign(ctx.actor) },
      }
    },
  ),
  route(
    {
      method: 'post',
      path: '/api/tasks',
      summary: 'Make a task, or a series of them',
      tag,
      access: works,
      body: z.object({
        title,
        detail: detail.default(''),
        ownerId: id.nullable().optional().describe('Whoever makes it when left out; null for nobody yet'),
        departmentId: id.nullable().default(null),
        parentId: id.nullable().default(null),
        dueAt: moment.nullable().default(null),
        urgent: z.boolean().default(false),
        checkHow: checkHow.default(''),
        object: object.nullable().default(null),
        steps: z.array(step).max(30).default([]),
        repeat: z
          .object({ rule: z.string().max(300), leadDays: z.int().min(0).max(60).default(3) })
          .optional()
          .describe('A rule of RFC 5545 without its name: `FREQ=WEEKLY;BYDAY=MO`'),
      }),
      answer: z.object({ id }),
      status: 201,
    },
    async (ctx, { body }) =>
      await transact(ctx, async (tx) => {
        const dueAt = date(body.dueAt) ?? null
        const taskId = await createTask(tx, { ...body, dueAt })
        await tellOwner(parts, tx, { id: taskId, title: body.title, ownerId: body.ownerId ?? null, dueAt })
        return { id: taskId }
      }),
  ),
  route(
    {
      method: 'get',
      path: '/api/tasks/workload',
      summary: 'See what each of the team has on the desk',
      tag,
      access: permitted('tasks.read'),
      answer: z.object({
        items: z.array(
          z.object({
            id,
            name: z.string(),
            gone: z.boolean().describe('Left or suspended, with work still open'),
            open: z.int(),
            late: z.int(),
            thisWeek: z.int(),
            done: z.int().describe('In the last 28 days'),
            inTime: z.int(),
          }),
        ),
        unowned: z.int(),
        can: z.object({ handOver: z.boolean() }),
      }),
    },
    async (ctx) => ({
      items: await findWorkload(ctx, await dueBefore(ctx, 'week')),
      unowned: await countTasks(ctx, { state: 'open', owner: 'none' }),
      can: { handOver: may(ctx.actor, 'tasks.manage') },
    }),
  ),
  route(
    {
      method: 'post',
      path: '/api/tasks/handover',
      summary: 'Give one person’s open tasks to another',
      tag,
      access: permitted('tasks.manage'),
      body: z.object({
        from: id,
        to: id.nullable(),
        taskIds: z.array(id).min(1).max(1_000).optional().describe('All open ones when left out'),
      }),
      answer: z.object({ count: z.int() }),
    },
    async (ctx, { body }) => ({ count: await handOverTasks(ctx, body) }),
  ),
  route(
    {
      method: 'get',
      path: '/api/tasks/{id}',
      summary: 'See a task with its parts, checklist and history',
      tag,
      access: operator,
      params: idParams,
      answer: taskPageAnswer,
    },
    async (ctx, { params }) => await taskPage(ctx, params.id),
  ),
  route(
    {
      method: 'patch',
      path: '/api/tasks/{id}',
      summary: 'Change a task',
      tag,
      access: works,
      params: idParams,
      body: z.object({
        title: title.optional(),
        detail: detail.optional(),
        ownerId: id.nullable().optional(),
        departmentId: id.nullable().optional(),
        dueAt: moment.nullable().optional(),
        urgent: z.boolean().optional(),
        checkHow: checkHow.optional(),
      }),
    },
    async (ctx, { params, body }) => {
      await transact(ctx, async (tx) => {
        await changeTask(tx, params.id, { ...body, dueAt: date(body.dueAt) })
        if (body.ownerId) await tellOwner(parts, tx, await accessTask(tx, params.id))
      })
      return undefined
    },
  ),
  route(
    {
      method: 'put',
      path: '/api/tasks/{id}/closure',
      summary: 'Say that a task is done, or dropped',
      tag,
      access: works,
      params: idParams,
      body: z.object({ outcome: z.enum(['done', 'dropped']), note: z.string().trim().max(500).default('') }),
    },
    async (ctx, { params, body }) => {
      await closeTask(ctx, params.id, body)
      return undefined
    },
  ),
  route(
    {
      method: 'delete',
      path: '/api/tasks/{id}/closure',
      summary: 'Open a task again',
      tag,
      access: works,
      params: idParams,
    },
    async (ctx, { params }) => {
      await reopenTask(ctx, params.id)
      return undefined
    },
  ),
  route(
    {
      method: 'delete',
      path: '/api/tasks/{id}/series',
      summary: 'Let a task come no more; what is there stays',
      tag,
      access: works,
      params: idParams,
    },
    async (ctx, { params }) => {
      await endSeries(ctx, params.id)
      return undefined
    },
  ),
  route(
    {
      method: 'post',
      path: '/api/tasks/{id}/comments',
      summary: 'Say something about a task',
      tag,
      access: works,
      params: idParams,
      body: z.object({ body: z.string().trim().min(1).max(2_000) }),
    },
    async (ctx, { params, body }) => {
      await commentOnTask(ctx, params.id, body.body)
      return undefined
    },
  ),
  route(
    {
      method: 'post',
      path: '/api/tasks/{id}/steps',
      summary: 'Add a step to the checklist',
      tag,
      access: works,
      params: idParams,
      body: z.object({ text: step }),
      answer: z.object({ id }),
      status: 201,
    },
    async (ctx, { params, body }) => ({ id: await addStep(ctx, params.id, body.text) }),
  ),
  route(
    {
      method: 'patch',
      path: '/api/tasks/{id}/steps/{stepId}',
      summary: 'Tick a step off, or say it better',
      tag,
      access: works,
      params: idParams.extend({ stepId: id }),
      body: z.object({ done: z.boolean().optional(), text: step.optional() }),
    },
    async (ctx, { params, body }) => {
      await changeStep(ctx, params.id, params.stepId, body)
      return undefined
    },
  ),
  route(
    {
      method: 'delete',
      path: '/api/tasks/{id}/steps/{stepId}',
      summary: 'Remove a step',
      tag,
      access: works,
      params: idParams.extend({ stepId: id }),
    },
    async (ctx, { params }) => {
      await removeStep(ctx, params.id, params.stepId)
      return undefined
    },
  ),
]
