/**
 * The jobs as operators see and steer them: plain SQL on pg-boss's tables, so that any process can do
 * it. The statements are those of pg-boss 12.35; its version is pinned and the tests run them.
 */
import { sql } from 'kysely'
import type { Ctx } from '../context.ts'
import type { Database, Tx } from '../db/database.ts'
import type { Message } from '../i18n/messages.ts'
import { cancelChannel } from './work.ts'

export const jobStates = ['created', 'retry', 'active', 'completed', 'cancelled', 'failed'] as const
export type JobState = (typeof jobStates)[number]

export interface JobRow {
  readonly id: string
  readonly name: string
  readonly state: JobState
  readonly attempts: number
  readonly retryLimit: number
  readonly requestedBy: string
  readonly createdAt: Date
  /** The same moment to the microsecond, for paging. */
  readonly createdText: string
  readonly startAfter: Date
  readonly startedAt: Date | null
  readonly completedAt: Date | null
  readonly done: string | null
  readonly total: string | null
  readonly note: string | null
  /** What it returned, or the error that ended it. */
  readonly output: unknown
}

const columns = sql`j.id, j.name, j.state::text as state, j.retry_limit as "retryLimit",
  j.retry_count + (j.started_on is not null)::int as attempts,
  coalesce(j.data->>'requestedBy', 'system:schedule') as "requestedBy",
  j.created_on as "createdAt", j.created_on::text as "createdText", j.start_after as "startAfter", j.started_on as "startedAt",
  j.completed_on as "completedAt", p.done, p.total, p.note, j.output`

const source = sql`pgboss.job j left join job_progress p on p.job_id = j.id`

/** Where a job is in the list; its moment is text because dates lose microseconds. */
export interface JobPlace {
  readonly createdAt: string
  readonly id: string
}

export interface JobFilter {
  readonly state?: JobState
  readonly name?: string
  /** Only what this actor asked for, as the log names actors. */
  readonly requestedBy?: string
  readonly limit: number
  /** The last row of the page before. */
  readonly before?: JobPlace
}

/** Jobs of people and of the schedule, newest first; pg-boss's own queues are left out. */
export async function listJobs(db: Database | Tx, filter: JobFilter): Promise<JobRow[]> {
  const conditions = [
    sql`j.name not like '\\_\\_pgboss\\_\\_%'`,
    ...(filter.state ? [sql`j.state = ${filter.state}::pgboss.job_state`] : []),
    ...(filter.name ? [sql`j.name = ${filter.name}`] : []),
    ...(filter.requestedBy ? [sql`j.data->>'requestedBy' = ${filter.requestedBy}`] : []),
    ...(filter.before
      ? [sql`(j.created_on, j.id) < (${filter.before.createdAt}::timestamptz, ${filter.before.id}::uuid)`]
      : []),
  ]
  const { rows } = await sql<JobRow>`
    select ${columns} from ${source} where ${sql.join(conditions, sql` and `)}
     order by j.created_on desc, j.id desc limit ${filter.limit}`.execute(db)
  return rows
}

/** The primary key begins with the queue: naming every queue lets it be used when only the id is known. */
const byId = (id: string) => sql`j.name = any(array(select name from pgboss.queue)) and j.id = ${id}::uuid`

export async function findJob(db: Database | Tx, id: string): Promise<JobRow | undefined> {
  const { rows } = await sql<JobRow>`select ${columns} from ${source} where ${byId(id)}`.execute(db)
  return rows[0]
}

export interface QueueDepth {
  readonly name: string
  readonly waiting: number
  readonly active: number
  readonly failed: number
  /** Age of the oldest job that could run now, in seconds. */
  readonly oldestSeconds: number
}

export async function queueDepths(db: Database | Tx): Promise<QueueDepth[]> {
  const { rows } = await sql<QueueDepth>`
    select q.name,
           count(*) filter (where j.state in ('created', 'retry'))::int as waiting,
           count(*) filter (where j.state = 'active')::int as active,
           count(*) filter (where j.state = 'failed')::int as failed,
           coalesce(extract(epoch from now() - min(j.start_after)
             filter (where j.state in ('created', 'retry') and j.start_after <= now())), 0)::float8 as "oldestSeconds"
      from pgboss.queue q left join pgboss.job j on j.name = q.name
       and j.state in ('created', 'retry', 'active', 'failed')
     where q.name not like '\\_\\_pgboss\\_\\_%'
     group by q.name order by q.name`.execute(db)
  return rows
}

export interface ScheduledRun {
  readonly job: string
  readonly cron: string
  readonly zone: string
  readonly why: Message | string
  readonly lastJobId: string | null
  readonly lastState: JobState | null
  readonly lastAt: Date | null
}

/** Recurring work as it is in force, by name, with its latest run while that is kept. */
export async function listSchedule(db: Database | Tx): Promise<ScheduledRun[]> {
  const { rows } = await sql<ScheduledRun>`
    select s.name as job, s.cron, s.timezone as zone, coalesce(s.data->'why', '""') as why,
           j.id as "lastJobId", j.state::text as "lastState", j.created_on as "lastAt"
      from pgboss.schedule s
      left join pgboss.job j on j.id = s.last_job_id and j.name = s.name
     order by s.name, s.key`.execute(db)
  return rows
}

/** Ends a job that is not done: it does not start, or its handler is told to stop. False when it is over or unknown. */
export async function cancelJob(ctx: Ctx, id: string): Promise<boolean> {
  const cancelled = await sql`
    update pgboss.job j set state = 'cancelled', completed_on = now()
     where ${byId(id)} and state < 'completed'`.execute(ctx.db)
  if (cancelled.numAffectedRows !== 1n) return false
  await sql`select pg_notify(${cancelChannel}, ${id})`.execute(ctx.db)
  return true
}

/** Runs a failed or cancelled job again, with one more try. False when it is neither. */
export async function retryJob(ctx: Ctx, id: string): Promise<boolean> {
  const sent = await sql`
    update pgboss.job j
       set state = 'retry', retry_limit = greatest(retry_limit, retry_count) + 1, completed_on = null, start_after = now()
     where ${byId(id)} and state in ('failed', 'cancelled')`.execute(ctx.db)
  return sent.numAffectedRows === 1n
}
