/** The training log over HTTP. */
import { z } from 'zod'
import { permitted } from '#base/access/access.ts'
import { may } from '#base/access/actor.ts'
import { readCursor, writeCursor } from '#base/http/cursor.ts'
import { route } from '#base/http/route.ts'
import { day, id, idParams, pageQuery } from '#base/http/schemas.ts'
import { findCoverage, findTrainings, noteTraining, removeTraining, type Skill, skills } from './training.ts'

const tag = 'Team'
const person = z.object({ id, name: z.string() })

export const trainingRoutes = [
  route(
    {
      method: 'get',
      path: '/api/trainings',
      summary: 'List trainings, the latest first, and who has learned what',
      tag,
      access: permitted('tasks.read'),
      query: pageQuery,
      answer: z.object({
        items: z.array(
          z.object({
            id,
            topic: z.string(),
            skill: z.enum(skills),
            heldOn: day,
            minutes: z.int(),
            trainer: z.string(),
            notes: z.string(),
            attendees: z.array(person),
          }),
        ),
        next: z.string().nullable(),
        /** On the first page only. */
        coverage: z
          .array(
            person.extend({
              last: z.object({
                content: day.optional(),
                events: day.optional(),
                data: day.optional(),
                service: day.optional(),
                other: day.optional(),
              }),
            }),
          )
          .nullable(),
        can: z.object({ manage: z.boolean() }),
      }),
    },
    async (ctx, { query }) => {
      const after = readCursor('trainings', query.cursor)
      const rows = await findTrainings(ctx, after?.id, query.limit + 1)
      const shown = rows.slice(0, query.limit)
      const last = shown.at(-1)
      return {
        items: shown.map((row) => ({ ...row, skill: row.skill as Skill })),
        next: writeCursor(
          'trainings',
          rows.length > shown.length && last ? { value: null, id: last.id } : null,
        ),
        coverage: after
          ? null
          : await findCoverage(ctx).then((found) =>
              found.map((each) => ({ ...each, last: { ...each.last } })),
            ),
        can: { manage: may(ctx.actor, 'team.manage') },
      }
    },
  ),
  route(
    {
      method: 'post',
      path: '/api/trainings',
      summary: 'Write a training down',
      tag,
      access: permitted('team.manage'),
      body: z.object({
        topic: z.string().trim().min(1).max(80),
        skill: z.enum(skills),
        heldOn: day,
        minutes: z.int().min(5).max(1_440),
        trainer: z.string().trim().max(60).default(''),
        notes: z.string().trim().max(2_000).default(''),
        attendees: z.array(id).max(200).default([]),
      }),
      answer: z.object({ id }),
      status: 201,
    },
    async (ctx, { body }) => ({ id: await noteTraining(ctx, body) }),
  ),
  route(
    {
      method: 'delete',
      path: '/api/trainings/{id}',
      summary: 'Remove a training',
      tag,
      access: permitted('team.manage'),
      params: idParams,
    },
    async (ctx, { params }) => {
      await removeTraining(ctx, params.id)
      return undefined
    },
  ),
]
