/** Occasions over HTTP: the calendar of days to greet on, and whose day it is. */
import { z } from 'zod'
import { permitted } from '#base/access/access.ts'
import { may } from '#base/access/actor.ts'
import { readCursor, writeCursor } from '#base/http/cursor.ts'
import { route } from '#base/http/route.ts'
import { day, id, idParams, pageOf, pageQuery, refusal } from '#base/http/schemas.ts'
import { render } from '#base/i18n/messages.ts'
import type { Parts } from '#base/parts.ts'
import { addToDay, daysBetween } from '#base/time/calendar.ts'
import { festivals } from './festivals.ts'
import { occasionWords } from './occasions.messages.ts'
import {
  addOccasion,
  countPersonalDays,
  findCelebrated,
  findOccasions,
  findOwnOccasions,
  keepFestival,
  personalDays,
  removeOccasion,
} from './occasions.ts'
import { today } from './today.ts'

const tag = 'members'
const read = permitted('care.read')
const edit = permitted('care.edit')
const longest = 62
/** As far as the tables of the lunar calendar reach, with room on both sides. */
const calendarDay = day.refine(
  (asked) => asked >= '1910-01-01' && asked <= '2090-12-31',
  refusal(occasionWords.reach),
)

const yearly = z.object({
  calendar: z.enum(['solar', 'lunar']),
  month: z.int().min(1).max(12),
  day: z.int().min(1).max(31),
})
const possible = ({ calendar, month, day }: z.infer<typeof yearly>) =>
  calendar === 'lunar' ? day <= 30 : day <= new Date(Date.UTC(2024, month, 0)).getUTCDate()
const rule = z.union([day, yearly.refine(possible, refusal(occasionWords.rule))])

export const occasionRoutes = ({ files }: Pick<Parts, 'files'>) => [
  route(
    {
      method: 'get',
      path: '/api/occasions',
      summary: 'See festivals, own days, birthdays and anniversaries of a range of days',
      tag,
      access: read,
      query: z
        .object({
          from: calendarDay.optional().describe('Default: today'),
          to: calendarDay.optional().describe('Default: 30 days on'),
        })
        .refine(
          ({ from, to }) => !from || !to || (from <= to && daysBetween(from, to) < longest),
          refusal({
            zh: render(occasionWords.range, 'zh-CN', { days: longest }),
            en: render(occasionWords.range, 'en', { days: longest }),
          }),
        ),
      answer: z.object({
        occasions: z.array(
          z.object({
            key: z.string(),
            name: z.string(),
            kind: z.enum(['festival', 'shopping', 'own']),
            day,
            lunar: z.string(),
            note: z.string(),
          }),
        ),
        people: z.array(z.object({ day, birthday: z.int(), anniversary: z.int() })),
        can: z.object({ edit: z.boolean() }),
      }),
    },
    async (ctx, { query }) => {
      const from = query.from ?? (query.to ? addToDay(query.to, -30, 'day') : await today(ctx))
      const to = query.to ?? addToDay(from, 30, 'day')
      const [occasions, people] = await Promise.all([
        findOccasions(ctx, from, to),
        countPersonalDays(ctx, from, to),
      ])
      return {
        occasions: occasions.map(({ name, ...occasion }) => ({
          ...occasion,
          name: typeof name === 'string' ? name : render(name, ctx.locale),
        })),
        people: people.filter((on) => on.birthday > 0 || on.anniversary > 0),
        can: { edit: may(ctx.actor, 'care.edit') },
      }
    },
  ),
  route(
    {
      method: 'get',
      path: '/api/occasions/people',
      summary: 'List members whose birthday or anniversary a day is',
      tag,
      access: read,
      query: pageQuery.extend({ day: calendarDay, what: z.enum(personalDays) }),
      answer: pageOf(
        z.object({ id, nickname: z.string(), avatarUrl: z.string().nullable(), years: z.int().nullable() }),
      ),
    },
    async (ctx, { query: { cursor, limit, day, what } }) => {
      const order = `${what} ${day}`
      const page = await findCelebrated(ctx, what, day, { after: readCursor(order, cursor), limit })
      return {
        items: await Promise.all(
          page.items.map(async ({ avatarFileId, ...person }) => ({
            ...person,
            avatarUrl: avatarFileId ? ((await files.url(ctx, avatarFileId, 'small')) ?? null) : null,
          })),
        ),
        next: writeCursor(order, page.next),
      }
    },
  ),
  route(
    {
      method: 'get',
      path: '/api/occasions/kept',
      summary: 'See which festivals and own days the brand keeps',
      tag,
      access: read,
      answer: z.object({
        festivals: z.array(z.object({ key: z.string(), name: z.string(), kept: z.boolean() })),
        own: z.array(z.object({ id, name: z.string(), note: z.string(), rule: z.union([day, yearly]) })),
      }),
    },
    async (ctx) => {
      const hidden = await ctx.db.selectFrom('occasion_hidden').select('key').execute()
      const left = new Set(hidden.map((row) => row.key))
      return {
        festivals: festivals.map(({ key, name }) => ({
          key,
          name: render(name, ctx.locale),
          kept: !left.has(key),
        })),
        own: [...(await findOwnOccasions(ctx))],
      }
    },
  ),
  route(
    {
      method: 'post',
      path: '/api/occasions',
      summary: 'Add a day of the brand’s own',
      tag,
      access: edit,
      body: z.object({
        name: z.string().trim().min(1).max(40),
        note: z.string().trim().max(300).default(''),
        rule,
      }),
      answer: z.object({ id }),
      status: 201,
    },
    async (ctx, { body }) => ({ id: await addOccasion(ctx, body) }),
  ),
  route(
    {
      method: 'delete',
      path: '/api/occasions/{id}',
      summary: 'Remove a day of the brand’s own',
      tag,
      access: edit,
      params: idParams,
    },
    async (ctx, { params }) => {
      await removeOccasion(ctx, params.id)
      return undefined
    },
  ),
  route(
    {
      method: 'put',
      path: '/api/occasions/kept/{key}',
      summary: 'Keep a festival, or pass over it',
      tag,
      access: edit,
      params: z.object({ key: z.string().max(40) }),
      body: z.object({ kept: z.boolean() }),
    },
    async (ctx, { params, body }) => {
      await keepFestival(ctx, params.key, body.kept)
      return undefined
    },
  ),
]
