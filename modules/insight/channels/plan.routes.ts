/** The plan of fans over HTTP: what is planned for a month, and how it stands. */
import { z } from 'zod'
import { permitted } from '#base/access/access.ts'
import { may } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { route } from '#base/http/route.ts'
import { day, id, idParams, refusal } from '#base/http/schemas.ts'
import type { Day } from '#base/time/calendar.ts'
import { findColleagues } from '#modules/team/api.ts'
import { openAsking } from '../asking.ts'
import { channelKey, channelKeys, channelNames, findChannels } from '../attribution/channels.ts'
import { spentOn } from '../attribution/costs.ts'
import { unknownChannel } from '../attribution/models.ts'
import type { InsightParts } from '../parts.ts'
import { insightProblems } from '../problems.ts'
import { courseOf, monthOf } from './course.ts'
import { planWords as words } from './plan.messages.ts'
import { copyPlan, findPlan, planMonth, removePlan } from './plan.ts'
import { mostPlanned, readPastedPlan } from './plan-paste.ts'
import { findRegister } from './registry.ts'
import { type FansOnDay, fansByDaySql } from './touchpoints.sql.ts'
import { trafficKinds } from './types.ts'

const tag = 'insight'
const read = permitted('insight.read')
const edit = permitted('insight.edit')
const path = '/api/insight/channel-plan'

/** Of years that databases know, and that somebody may plan. */
const month = day.refine(
  (first) => first.endsWith('-01') && first >= '2000' && first < '2100',
  refusal(words.monthOnly),
)
const entry = z.object({
  channel: channelKey,
  fans: z.int().min(1).max(10_000_000),
  budget: z.int().min(0).max(1_000_000_000_000).describe('Minor units'),
  measures: z.string().trim().max(300).default(''),
  ownerId: id.nullable().default(null),
})

const course = z.object({
  fans: z.int().describe('Planned'),
  budget: z.number(),
  actual: z.int(),
  spent: z.number().describe('Of the days of the month up to today'),
  pace: z.enum(['ahead', 'on', 'behind', 'unknown']),
  expected: z.number().nullable(),
  forecast: z
    .object({ day, value: z.number(), low: z.number(), high: z.number(), points: z.int() })
    .nullable(),
})

const planAnswer = z.object({
  month,
  /** The days whose fans are counted: of a month that runs, up to today; null before it begins. */
  days: z.object({ from: day, to: day }).nullable(),
  lines: z.array(
    course.extend({
      id: z.string(),
      channel: z.string(),
      name: z.string(),
      kind: z.enum(trafficKinds),
      measures: z.string(),
      ownerId: z.string().nullable(),
      ownerName: z.string().nullable(),
    }),
  ),
  totals: z.array(course.extend({ kind: z.enum(trafficKinds).nullable().describe('Null: all') })),
  /** Joined by channels that nothing was planned for. */
  unplanned: z.int(),
  can: z.object({ change: z.boolean() }),
})

/** The plan of a month beside what came of it. */
async function present(
  ctx: Ctx,
  parts: InsightParts,
  first: Day,
  signal: AbortSignal,
): Promise<z.input<typeof planAnswer>> {
  const asking = await openAsking(ctx, parts, signal)
  const { today } = asking.clock
  const whole = monthOf(first)
  const days = first > today ? null : { from: first, to: [whole.last, today].toSorted()[0]! }
  const lines = await findPlan(ctx, first)
  const channels = await findChannels(ctx)
  const kinds = new Map((await findRegister(ctx)).map(({ channel, kind }) => [channel, kind]))
  const nameOf = channelNames(ctx.locale, channels)
  const spent = days ? (await spentOn(ctx, days)).filter(({ purpose }) => purpose === 'winning') : []
  const query =
    days && fansByDaySql({ rules: channels.rules, days, scoped: { rows: [], people: [], params: {} } })
  const joined = query ? await asking.query<FansOnDay>(query.sql, query.params) : []

  const courseFor = (planned: { fans: number; budget: number }, fits: (channel: string) => boolean) => {
    const byDay = new Map<Day, number>()
    for (const row of joined)
      if (fits(row.channel || unknownChannel))
        byDay.set(row.day, (byDay.get(row.day) ?? 0) + Number(row.fans))
    return {
      ...planned,
      ...courseOf(whole, planned.fans, byDay, today),
      spent: spent.reduce((sum, { channel, amount }) => sum + (fits(channel) ? amount : 0), 0),
    }
  }
  const kindOf = (channel: string) => kinds.get(channel) ?? 'none'
  const planned = new Set(lines.map(({ channel }) => channel))
  const totalOf = (of: readonly { fans: number; budget: number; channel: string }[]) => {
    const own = new Set(of.map(({ channel }) => channel))
    return courseFor(
      {
        fans: of.reduce((sum, { fans }) => sum + fans, 0),
        budget: of.reduce((sum, { budget }) => sum + budget, 0),
      },
      (channel) => own.has(channel),
    )
  }
  const byKind = trafficKinds.flatMap((kind) => {
    const own = lines.filter(({ channel }) => kindOf(channel) === kind)
    return own.length > 0 ? [{ kind, ...totalOf(own) }] : []
  })
  return {
    month: first,
    days,
    lines: lines.map(({ month: _, ...line }) => ({
      ...line,
      name: nameOf(line.channel),
      kind: kindOf(line.channel),
      ...courseFor(line, (channel) => channel === line.channel),
    })),
    totals: lines.length > 0 ? [...byKind, { kind: null, ...totalOf(lines) }] : [],
    unplanned: joined.reduce(
      (sum, { channel, fans }) => sum + (planned.has(channel || unknownChannel) ? 0 : Number(fans)),
      0,
    ),
    can: { change: may(ctx.actor, 'insight.edit') },
  }
}

/** Accounts by name; null where two are called so. */
function namesOf(colleagues: readonly { readonly id: string; readonly name: string }[]) {
  const owners = new Map<string, string | null>()
  for (const { id: account, name } of colleagues) owners.set(name, owners.has(name) ? null : account)
  return owners
}

export const planRoutes = (parts: InsightParts) => [
  route(
    {
      method: 'get',
      path,
      summary: 'See the plan of fans for a month, and how it stands',
      tag,
      access: read,
      limit: { max: 120, perSeconds: 60 },
      query: z.object({ month }),
      answer: planAnswer,
    },
    async (ctx, { query, request: { signal } }) => present(ctx, parts, query.month, signal),
  ),
  route(
    {
      method: 'put',
      path,
      summary: 'Plan the fans of some channels for a month',
      tag,
      access: edit,
      body: z.object({
        month,
        entries: z
          .array(entry)
          .min(1)
          .max(mostPlanned)
          .refine(
            (entries) => new Set(entries.map(({ channel }) => channel)).size === entries.length,
            refusal(words.eachOnce),
          ),
      }),
      answer: planAnswer,
    },
    async (ctx, { body, request: { signal } }) => {
      await planMonth(ctx, body.month, body.entries)
      return present(ctx, parts, body.month, signal)
    },
  ),
  route(
    {
      method: 'post',
      path: `${path}/pasted`,
      summary: 'Plan the fans of channels for a month from a spreadsheet',
      tag,
      access: edit,
      idempotency: 'required',
      body: z.object({ month, text: z.string().min(1).max(100_000) }),
      answer: z.object({ planned: z.int() }),
    },
    async (ctx, { body }) => {
      const known = {
        keys: channelKeys(await findChannels(ctx)),
        owners: namesOf(await findColleagues(ctx)),
      }
      const { entries, wrong } = await readPastedPlan(body.text, known, ctx.locale)
      if (wrong.length > 0)
        throw insightProblems.planUnreadable({
          values: { count: wrong.length },
          fields: wrong.map((message) => ({ path: 'body.text', message })),
        })
      await planMonth(ctx, body.month, entries)
      return { planned: entries.length }
    },
  ),
  route(
    {
      method: 'post',
      path: `${path}/copied`,
      summary: 'Plan a month as the month before it; what is planned already stays',
      tag,
      access: edit,
      idempotency: 'required',
      body: z.object({ month }),
      answer: z.object({ copied: z.int() }),
    },
    async (ctx, { body }) => ({ copied: await copyPlan(ctx, body.month) }),
  ),
  route(
    {
      method: 'delete',
      path: `${path}/{id}`,
      summary: 'Take a channel out of the plan of a month',
      tag,
      access: edit,
      params: idParams,
    },
    async (ctx, { params }) => {
      await removePlan(ctx, params.id)
      return undefined
    },
  ),
]
