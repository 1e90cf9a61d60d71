/** Today over HTTP: the queue, what one does with its items, and the week beside it. */
import { z } from 'zod'
import { operator } from '#base/access/access.ts'
import type { Ctx } from '#base/context.ts'
import type { Declared } from '#base/declarations/declared.ts'
import { workKinds } from '#base/declarations/work.ts'
import { route } from '#base/http/route.ts'
import { day, id, moment } from '#base/http/schemas.ts'
import { render } from '#base/i18n/messages.ts'
import type { Parts } from '#base/parts.ts'
import { requireAccount } from '../acting.ts'
import { departmentName } from '../people/departments.ts'
import { dismiss, findHidden, findTakers, release, restore, snooze, take, takerKey } from './marks.ts'
import { gatherWork, looksOf, sentenceOf } from './queue.ts'
import { findWeek } from './week.ts'

const tag = 'Today'
const person = z.object({ id, name: z.string() })

const trend = z.object({
  values: z.array(z.number()),
  from: z.string(),
  to: z.string(),
  goal: z.number().nullable(),
  line: z.number().nullable(),
  unit: z.string(),
})

const itemAnswer = z.object({
  source: z.string(),
  key: z.string(),
  kind: z.enum(workKinds),
  /** 「待审核的申请」 */
  label: z.string(),
  title: z.string(),
  note: z.string(),
  /** What else is known: shown when the item is opened. */
  points: z.array(z.string()),
  trend: trend.nullable(),
  since: moment.nullable(),
  dueAt: moment.nullable(),
  /** Belongs to the first part: late, due within the hour, or people are affected now. */
  first: z.boolean(),
  act: z.string(),
  path: z.string(),
  mine: z.boolean(),
  department: z.object({ key: z.string(), name: z.string() }).nullable(),
  taken: person.extend({ at: moment, mine: z.boolean() }).nullable(),
  /** To be given back when it is dismissed. */
  looks: z.string(),
})

const todayAnswer = z.object({
  items: z.array(itemAnswer),
  counts: z.object({
    all: z.int(),
    signal: z.int(),
    overdue: z.int(),
    approval: z.int(),
    answer: z.int(),
    task: z.int(),
    care: z.int(),
  }),
  /** Sources that could not be asked. */
  troubled: z.array(z.object({ source: z.string(), label: z.string() })),
  /** First words of the query keys whose change makes this stale. */
  staleWith: z.array(z.string()),
})

const ref = z.object({ source: z.string().min(1).max(80), key: z.string().min(1).max(120) })
const looks = z.string().min(1).max(64)

export const todayRoutes = (parts: Pick<Parts, 'log'>, declared: Pick<Declared, 'work'>) => [
  route(
    {
      method: 'get',
      path: '/api/today',
      summary: 'See what waits for you, the most pressing first',
      tag,
      access: operator,
      answer: todayAnswer,
    },
    async (ctx) => {
      const me = requireAccount(ctx)
      const sources = declared.work()
      const { items, counts, troubled } = await gatherWork(ctx, sources, {
        hidden: await findHidden(ctx, me),
        log: parts.log,
      })
      const takers = await findTakers(
        ctx,
        items.map(({ source, item }) => ({ source: source.name, key: item.key })),
      )
      const departments = await namesOfDepartments(ctx)
      return {
        items: items.map(({ source, item, kind, first }) => {
          const taker = takers.get(takerKey({ source: source.name, key: item.key }))
          const { more } = item
          return {
            source: source.name,
            key: item.key,
            kind,
            label: render(source.label, ctx.locale),
            ...sentenceOf(ctx, item),
            points: (more?.points ?? []).map((point) => render(point.message, ctx.locale, point.values)),
            trend: more?.trend
              ? {
                  values: [...more.trend.values],
                  from: more.trend.from,
                  to: more.trend.to,
                  goal: more.trend.goal ?? null,
                  line: more.trend.line ?? null,
                  unit: more.trend.unit ?? '',
                }
              : null,
            since: item.since?.toISOString() ?? null,
            dueAt: item.dueAt?.toISOString() ?? null,
            first,
            act: render(item.act, ctx.locale),
            path: item.path,
            mine: item.owner === me,
            department: item.department
              ? { key: item.department, name: departments.get(item.department) ?? item.department }
              : null,
            taken: taker
              ? { id: taker.id, name: taker.name, at: taker.at.toISOString(), mine: taker.id === me }
              : null,
            looks: looksOf(item),
          }
        }),
        counts: { all: Object.values(counts).reduce((sum, count) => sum + count, 0), ...counts },
        troubled: troubled.map((source) => ({
          source: source.name,
          label: render(source.label, ctx.locale),
        })),
        staleWith: [...new Set(sources.flatMap((source) => source.staleWith))].sort(),
      }
    },
  ),
  route(
    {
      method: 'post',
      path: '/api/today/marks',
      summary: 'Put items of Today off, dismiss them until they change, take them, or take that back',
      tag,
      access: operator,
      body: z.discriminatedUnion('act', [
        z.object({
          act: z.literal('snooze'),
          items: z.array(ref).min(1).max(200),
          until: moment,
        }),
        z.object({ act: z.literal('dismiss'), items: z.array(ref.extend({ looks })).min(1).max(200) }),
        z.object({ act: z.enum(['restore', 'take', 'release']), items: z.array(ref).min(1).max(200) }),
      ]),
      answer: z.object({ count: z.int() }),
    },
    async (ctx, { body }) => {
      const me = requireAccount(ctx)
      switch (body.act) {
        case 'snooze':
          await snooze(ctx, me, unique(body.items), notPast(ctx, new Date(body.until)))
          break
        case 'dismiss':
          await dismiss(ctx, me, unique(body.items))
          break
        case 'restore':
          await restore(ctx, me, body.items)
          break
        case 'release':
          await release(ctx, me, body.items)
          break
        case 'take':
          return { count: await take(ctx, me, unique(body.items)) }
      }
      return { count: body.items.length }
    },
  ),
  route(
    {
      method: 'get',
      path: '/api/today/week',
      summary: 'See your week: tasks that are due, meetings, days off',
      tag,
      access: operator,
      query: z.object({ day: day.optional().describe('Any day of the week; today when left out') }),
      answer: z.object({
        days: z.array(
          z.object({
            day,
            works: z.boolean(),
            name: z.string().nullable(),
            items: z.array(
              z.object({
                kind: z.enum(['task', 'department', 'meeting']),
                title: z.string(),
                at: moment,
                path: z.string(),
                done: z.boolean(),
              }),
            ),
          }),
        ),
      }),
    },
    async (ctx, { query }) => ({
      days: (await findWeek(ctx, requireAccount(ctx), query.day)).map((each) => ({
        ...each,
        name: each.name && render(each.name, ctx.locale),
        items: each.items.map((item) => ({ ...item, at: item.at.toISOString() })),
      })),
    }),
  ),
]

/** One mark for each item, however often it was named. */
const unique = <T extends { source: string; key: string }>(items: readonly T[]): T[] => [
  ...new Map(items.map((item) => [takerKey(item), item])).values(),
]

/** A year ahead at most: what is put off longer is forgotten anyway. */
const notPast = (ctx: Ctx, until: Date): Date =>
  new Date(Math.min(Math.max(until.getTime(), ctx.now.getTime()), ctx.now.getTime() + 366 * 86_400_000))

async function namesOfDepartments(ctx: Ctx): Promise<ReadonlyMap<string, string>> {
  const rows = await ctx.db.selectFrom('department').select(['key', 'name']).limit(200).execute()
  return new Map(rows.map((row) => [row.key, departmentName(row, ctx.locale)]))
}
