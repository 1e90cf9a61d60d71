import { z } from 'zod'
import { operator, permitted, signedIn } from '#base/access/access.ts'
import { type Actor, describeActor, may } from '#base/access/actor.ts'
import { problems } from '#base/http/problem.ts'
import { route } from '#base/http/route.ts'
import { moment, pageOf, pageQuery } from '#base/http/schemas.ts'
import { type Locale, type Message, render } from '#base/i18n/messages.ts'
import { type JobPlace, type JobRow, jobStates, listJobs, listSchedule } from '#base/jobs/board.ts'
import type { Jobs, Parts } from '#base/parts.ts'
import { canCancelJob, canRetryJob } from './jobs.policy.ts'
import { accessJob, cancelJob, demandSteering, retryJob } from './jobs.ts'

const jobState = z.enum(jobStates)

const jobAnswer = z.object({
  id: z.uuid(),
  name: z.string(),
  label: z.string(),
  state: jobState,
  attempts: z.number().int(),
  retryLimit: z.number().int(),
  requestedBy: z.string(),
  createdAt: moment,
  startAfter: moment,
  startedAt: moment.nullable(),
  completedAt: moment.nullable(),
  progress: z
    .object({ done: z.number(), total: z.number().nullable(), note: z.string().nullable() })
    .nullable(),
  result: z.unknown().meta({ description: 'What it returned' }),
  error: z.string().nullable().meta({ description: 'Why it ended, or why its latest try failed' }),
  can: z.object({ cancel: z.boolean(), retry: z.boolean() }),
})

interface Reader {
  readonly actor: Actor
  readonly locale: Locale
}

const presentJob =
  ({ actor, locale }: Reader, jobs: Jobs) =>
  (row: JobRow): z.input<typeof jobAnswer> => ({
    id: row.id,
    name: row.name,
    label: labelOf(jobs, row.name, locale),
    state: row.state,
    attempts: row.attempts,
    retryLimit: row.retryLimit,
    requestedBy: row.requestedBy,
    createdAt: row.createdAt.toISOString(),
    startAfter: row.startAfter.toISOString(),
    startedAt: row.startedAt?.toISOString() ?? null,
    completedAt: row.completedAt?.toISOString() ?? null,
    progress:
      row.done === null
        ? null
        : { done: Number(row.done), total: row.total === null ? null : Number(row.total), note: row.note },
    result: row.state === 'completed' ? row.output : null,
    error: row.state === 'completed' ? null : reasonIn(row.output),
    can: { cancel: canCancelJob(actor, row), retry: canRetryJob(actor, row) },
  })

function labelOf(jobs: Jobs, name: string, locale: Locale): string {
  const job = jobs.find(name)
  return job ? render(job.label, locale) : name
}

/** The message in what pg-boss keeps of an error; never its stack. */
function reasonIn(output: unknown): string | null {
  if (typeof output !== 'object' || output === null) return null
  const { message, value } = output as { message?: unknown; value?: unknown }
  if (typeof message === 'string') return message
  if (typeof value === 'string') return value
  return reasonIn(value)
}

const encodePlace = ({ createdText, id }: JobRow) => Buffer.from(`${createdText}|${id}`).toString('base64url')

function decodePlace(cursor: string): JobPlace {
  const [createdAt = '', id = ''] = Buffer.from(cursor, 'base64url').toString().split('|')
  if (!/^[\d :.+-]{10,40}$/.test(createdAt) || !z.uuid().safeParse(id).success)
    throw problems.malformed({ values: { reason: 'cursor' } })
  return { createdAt, id }
}

const scheduleAnswer = z.object({
  job: z.string(),
  label: z.string(),
  cron: z.string(),
  zone: z.string(),
  why: z.string(),
  nextAt: moment.nullable(),
  last: z.object({ id: z.uuid(), state: jobState, at: moment }).nullable(),
})

const textOf = (text: Message | string, locale: Locale) =>
  typeof text === 'string' ? text : render(text, locale)

const jobParams = z.object({ id: z.uuid() })
const tag = 'Jobs'

export const jobRoutes = ({ jobs }: Pick<Parts, 'jobs'>) => [
  route(
    {
      method: 'get',
      path: '/api/jobs',
      summary: 'List background jobs, newest first',
      tag,
      access: operator,
      query: pageQuery.extend({ state: jobState.optional(), name: z.string().max(100).optional() }),
      answer: pageOf(jobAnswer),
    },
    async (ctx, { query }) => {
      const rows = await listJobs(ctx.db, {
        ...(query.state ? { state: query.state } : {}),
        ...(query.name ? { name: query.name } : {}),
        ...(query.cursor ? { before: decodePlace(query.cursor) } : {}),
        // Operators of the system see all jobs, other operators those they asked for.
        ...(may(ctx.actor, 'system.read') ? {} : { requestedBy: describeActor(ctx.actor) }),
        limit: query.limit + 1,
      })
      const page = rows.slice(0, query.limit)
      const last = page.at(-1)
      return {
        items: page.map(presentJob(ctx, jobs)),
        next: rows.length > query.limit && last ? encodePlace(last) : null,
      }
    },
  ),
  route(
    {
      method: 'get',
      path: '/api/jobs/{id}',
      summary: 'Read a background job',
      tag,
      access: signedIn,
      params: jobParams,
      answer: jobAnswer,
    },
    async (ctx, { params }) => presentJob(ctx, jobs)(await accessJob(ctx, params.id)),
  ),
  route(
    {
      method: 'delete',
      path: '/api/jobs/{id}',
      summary: 'Cancel a background job',
      tag,
      access: signedIn,
      params: jobParams,
    },
    async (ctx, { params }) => {
      const job = await accessJob(ctx, params.id)
      demandSteering(ctx, job, 'cancel')
      await cancelJob(ctx, job)
      return undefined
    },
  ),
  route(
    {
      method: 'post',
      path: '/api/jobs/{id}/retry',
      summary: 'Send a failed or cancelled job back',
      tag,
      access: signedIn,
      params: jobParams,
    },
    async (ctx, { params }) => {
      const job = await accessJob(ctx, params.id)
      demandSteering(ctx, job, 'retry')
      await retryJob(ctx, job)
      return undefined
    },
  ),
  route(
    {
      method: 'get',
      path: '/api/system/schedule',
      summary: 'List recurring work',
      tag,
      access: permitted('system.read'),
      answer: z.object({ items: z.array(scheduleAnswer) }),
    },
    async ({ db, now, locale }) => ({
      items: (await listSchedule(db)).map((entry) => ({
        job: entry.job,
        label: labelOf(jobs, entry.job, locale),
        cron: entry.cron,
        zone: entry.zone,
        why: textOf(entry.why, locale),
        nextAt: jobs.nextRun(entry.cron, entry.zone, now)?.toISOString() ?? null,
        last:
          entry.lastJobId && entry.lastState && entry.lastAt
            ? { id: entry.lastJobId, state: entry.lastState, at: entry.lastAt.toISOString() }
            : null,
      })),
    }),
  ),
]
