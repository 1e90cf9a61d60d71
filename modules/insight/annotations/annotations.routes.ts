import { z } from 'zod'
import { permitted } from '#base/access/access.ts'
import { may } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { route } from '#base/http/route.ts'
import { day, id, idParams, refusal } from '#base/http/schemas.ts'
import { daysBetween } from '#base/time/calendar.ts'
import { vocabularyOf } from '#modules/audience/api.ts'
import { findGroupHealth } from '#modules/groups/api.ts'
import { openAsking } from '../asking.ts'
import { words } from '../insight.messages.ts'
import type { InsightParts } from '../parts.ts'
import { mostDays } from '../shapes.ts'
import {
  type Annotation,
  annotate,
  annotationKinds,
  changeAnnotation,
  findAnnotations,
  removeAnnotation,
} from './annotations.ts'
import { findMarks, type Mark, marked } from './marks.sql.ts'

const tag = 'insight'
const kind = z.enum(annotationKinds)
const text = z.string().trim().min(1).max(80)
const fields = z.object({
  day,
  until: day.nullable().default(null).describe('Last day, where it took longer than one'),
  text,
  kind: kind.default('other'),
  groupId: id.nullable().default(null).describe('Null: about the whole community'),
})
const answer = z.object({
  /** Null: the product noticed it itself. */
  id: z.string().nullable(),
  day,
  until: day.nullable(),
  text: z.string(),
  kind,
  groupId: z.string().nullable(),
  by: z.string().nullable(),
  can: z.object({ change: z.boolean() }),
})

const present = (ctx: Ctx, { byName, ...annotation }: Annotation): z.input<typeof answer> => ({
  ...annotation,
  by: byName,
  can: { change: may(ctx.actor, 'insight.edit') },
})

/** In the words of the fact: 帖子被设为精华 ×3 · 手冲研究所. */
const presentMark = (
  { day: on, name, group, times }: Mark,
  label: (event: string) => string,
  groups: ReadonlyMap<string, string>,
): z.input<typeof answer> => ({
  id: null,
  day: on,
  until: null,
  text: [
    times > 1 ? `${label(name)} ×${times}` : label(name),
    ...(group && groups.has(group) ? [groups.get(group)!] : []),
  ].join(' · '),
  kind: marked[name],
  groupId: group,
  by: null,
  can: { change: false },
})

export const annotationRoutes = (parts: InsightParts) => [
  route(
    {
      method: 'get',
      path: '/api/insight/annotations',
      summary: 'List what happened on some days, for charts',
      tag,
      access: permitted('insight.read'),
      limit: { max: 120, perSeconds: 60 },
      query: z
        .object({
          from: day,
          to: day,
          group: id.optional(),
          facts: z.stringbool().default(true).describe('What the product noticed itself, too'),
        })
        .refine(({ from, to }) => from <= to, { ...refusal(words.rangeBackwards), path: ['to'] })
        .refine(({ from, to }) => from > to || daysBetween(from, to) < mostDays, {
          ...refusal(words.rangeTooLong),
          path: ['from'],
        }),
      answer: z.object({ items: z.array(answer), next: z.null() }),
    },
    async (ctx, { query: { from, to, group, facts }, request: { signal } }) => {
      const asking = await openAsking(ctx, parts, signal)
      const [written, marks] = await Promise.all([
        findAnnotations(ctx, { from, to }, group),
        facts ? findMarks(asking, { from, to }, group) : [],
      ])
      const { event } = vocabularyOf(ctx.locale, parts.declared, [])
      const named = marks.some((mark) => mark.group !== null)
        ? new Map((await findGroupHealth(ctx, asking.clock.today)).map(({ id: of, name }) => [of, name]))
        : new Map<string, string>()
      return {
        items: [
          ...written.map((annotation) => present(ctx, annotation)),
          ...marks.map((mark) => presentMark(mark, event, named)),
        ].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)),
        next: null,
      }
    },
  ),
  route(
    {
      method: 'post',
      path: '/api/insight/annotations',
      summary: 'Write an annotation on charts',
      tag,
      access: permitted('insight.edit'),
      body: fields,
      answer,
      status: 201,
    },
    async (ctx, { body }) => present(ctx, await annotate(ctx, body)),
  ),
  route(
    {
      method: 'patch',
      path: '/api/insight/annotations/{id}',
      summary: 'Change an annotation',
      tag,
      access: permitted('insight.edit'),
      params: idParams,
      body: z.object({
        day: day.optional(),
        until: day.nullable().optional(),
        text: text.optional(),
        kind: kind.optional(),
        groupId: id.nullable().optional(),
      }),
      answer,
    },
    async (ctx, { params, body }) => present(ctx, await changeAnnotation(ctx, params.id, body)),
  ),
  route(
    {
      method: 'delete',
      path: '/api/insight/annotations/{id}',
      summary: 'Remove an annotation',
      tag,
      access: permitted('insight.edit'),
      params: idParams,
    },
    async (ctx, { params }) => {
      await removeAnnotation(ctx, params.id)
      return undefined
    },
  ),
]
