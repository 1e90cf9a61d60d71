import { z } from 'zod'
import { permitted } from '#base/access/access.ts'
import type { Ctx } from '#base/context.ts'
import { cutPage, readCursor, writeCursor } from '#base/http/cursor.ts'
import { route } from '#base/http/route.ts'
import { idParams, moment, pageOf, pageQuery, refusal } from '#base/http/schemas.ts'
import { words } from '../insight.messages.ts'
import {
  accessQuestion,
  canChangeQuestion,
  changeQuestion,
  findQuestions,
  isOwn,
  removeQuestion,
  type SavedQuestion,
  saveQuestion,
} from './saved.ts'

const tag = 'insight'
const analysis = z.string().regex(/^[a-z][a-z-]{0,39}$/)
const name = z.string().trim().min(1).max(60)
const note = z.string().trim().max(300)
/** As the analysis takes it; what it no longer takes, it refuses when it is asked. */
const question = z
  .record(z.string().max(40), z.unknown())
  .refine((asked) => JSON.stringify(asked).length <= 10_000, refusal(words.questionTooLong))

const answer = z.object({
  id: z.string(),
  analysis,
  question: z.record(z.string(), z.unknown()),
  name: z.string(),
  note: z.string(),
  shared: z.boolean(),
  own: z.boolean(),
  /** Who made it. */
  by: z.string().nullable(),
  createdAt: moment,
  changedAt: moment,
  can: z.object({ change: z.boolean() }),
})

const present = (ctx: Ctx, saved: SavedQuestion): z.input<typeof answer> => {
  const { createdBy, createdByName, createdAt, changedAt, ...rest } = saved
  return {
    ...rest,
    question: { ...rest.question },
    own: isOwn(ctx, { createdBy }),
    by: createdByName,
    createdAt: createdAt.toISOString(),
    changedAt: changedAt.toISOString(),
    can: { change: canChangeQuestion(ctx, saved) },
  }
}

const read = permitted('insight.read')
const edit = permitted('insight.edit')

export const savedRoutes = [
  route(
    {
      method: 'get',
      path: '/api/insight/saved',
      summary: 'List saved questions',
      tag,
      access: read,
      query: pageQuery.extend({
        analysis: analysis.optional(),
        q: z.string().trim().min(1).max(60).optional().describe('Part of the name'),
      }),
      answer: pageOf(answer),
    },
    async (ctx, { query: { cursor, limit, ...filter } }) => {
      const before = readCursor('insight.saved', cursor)?.id
      const found = await findQuestions(ctx, filter, { before, limit })
      const { items, next } = cutPage(found, limit, ({ id }) => ({ value: '', id }))
      return {
        items: items.map((saved) => present(ctx, saved)),
        next: writeCursor('insight.saved', next),
      }
    },
  ),
  route(
    {
      method: 'post',
      path: '/api/insight/saved',
      summary: 'Save a question',
      tag,
      access: edit,
      body: z.object({
        analysis,
        question,
        name,
        note: note.default(''),
        shared: z.boolean().default(false),
      }),
      answer,
      status: 201,
    },
    async (ctx, { body }) => present(ctx, await saveQuestion(ctx, body)),
  ),
  route(
    {
      method: 'get',
      path: '/api/insight/saved/{id}',
      summary: 'See a saved question',
      tag,
      access: read,
      params: idParams,
      answer,
    },
    async (ctx, { params }) => present(ctx, await accessQuestion(ctx, params.id)),
  ),
  route(
    {
      method: 'patch',
      path: '/api/insight/saved/{id}',
      summary: 'Change a saved question',
      tag,
      access: edit,
      params: idParams,
      body: z.object({
        question: question.optional(),
        name: name.optional(),
        note: note.optional(),
        shared: z.boolean().optional(),
      }),
      answer,
    },
    async (ctx, { params, body }) => present(ctx, await changeQuestion(ctx, params.id, body)),
  ),
  route(
    {
      method: 'delete',
      path: '/api/insight/saved/{id}',
      summary: 'Remove a saved question',
      tag,
      access: edit,
      params: idParams,
    },
    async (ctx, { params }) => {
      await removeQuestion(ctx, params.id)
      return undefined
    },
  ),
]
