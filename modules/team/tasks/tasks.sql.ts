/** Reads of tasks. */
import { type ExpressionBuilder, type SelectQueryBuilder, sql } from 'kysely'
import { type Id, may } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import type { DB } from '#base/db/tables.generated.ts'
import type { Place } from '#base/http/cursor.ts'
import { accountOf } from '../acting.ts'
import { teamProblems } from '../problems.ts'
import { canSeeTask, type Task } from './task.ts'

export const tasks = (ctx: Ctx) =>
  ctx.db
    .selectFrom('task as t')
    .leftJoin('account as a', 'a.id', 't.owner_id')
    .leftJoin('account as c', 'c.id', 't.created_by_id')
    .leftJoin('department as d', 'd.id', 't.department_id')
    .select([
      't.id',
      't.title',
      't.detail',
      't.owner_id as ownerId',
      'a.name as ownerName',
      sql<boolean>`t.owner_id is not null and (
        not exists (select 1 from operator o where o.account_id = t.owner_id)
        or exists (select 1 from account_suspension x where x.account_id = t.owner_id))`.as('ownerGone'),
      't.department_id as departmentId',
      'd.key as departmentKey',
      'd.name as departmentName',
      't.parent_id as parentId',
      't.series_id as seriesId',
      't.due_at as dueAt',
      't.urgent',
      't.check_how as checkHow',
      't.object_kind as objectKind',
      't.object_id as objectId',
      't.object_name as objectName',
      't.object_path as objectPath',
      't.created_at as createdAt',
      't.created_by_id as createdById',
      'c.name as createdByName',
      't.closed_at as closedAt',
      sql<'done' | 'dropped' | null>`t.outcome`.as('outcome'),
      't.outcome_note as outcomeNote',
      sql<number>`(select count(*)::int from task_step s where s.task_id = t.id)`.as('steps'),
      sql<number>`(select count(*)::int from task_step s where s.task_id = t.id and s.done_at is not null)`.as(
        'stepsDone',
      ),
      sql<number>`(select count(*)::int from task p where p.parent_id = t.id)`.as('parts'),
      sql<number>`(select count(*)::int from task p where p.parent_id = t.id and p.closed_at is not null)`.as(
        'partsDone',
      ),
    ])

/** A task that the actor may see. Throws `task_not_found`. */
export async function accessTask(ctx: Ctx, id: Id): Promise<Task> {
  const task = await tasks(ctx).where('t.id', '=', id).executeTakeFirst()
  if (!task || !canSeeTask(ctx.actor, task)) throw teamProblems.taskNotFound()
  return task
}

export const states = ['open', 'done', 'dropped', 'all'] as const
export const sorts = ['due', '-created'] as const

export interface TaskFilter {
  readonly q?: string
  /** An account, or `none` for nobody's. */
  readonly owner?: string
  readonly department?: Id
  readonly state: (typeof states)[number]
  /** Due before this moment. */
  readonly dueBefore?: Date
  readonly object?: { readonly kind: string; readonly id: Id }
  readonly parentId?: Id
}

type Where = ExpressionBuilder<DB & { t: DB['task'] }, 't'>

/** The filter, and what the actor may see of it. */
const fitting = (ctx: Ctx, filter: TaskFilter) => (where: Where) => {
  const conditions = []
  if (!may(ctx.actor, 'tasks.read')) {
    const me = accountOf(ctx) ?? '0'
    conditions.push(where.or([where('t.owner_id', '=', me), where('t.created_by_id', '=', me)]))
  }
  if (filter.q) conditions.push(where('t.title', 'ilike', `%${filter.q.replace(/[\\%_]/g, '\\$&')}%`))
  if (filter.owner === 'none') conditions.push(where('t.owner_id', 'is', null))
  else if (filter.owner) conditions.push(where('t.owner_id', '=', filter.owner))
  if (filter.department) conditions.push(where('t.department_id', '=', filter.department))
  if (filter.state === 'open') conditions.push(where('t.closed_at', 'is', null))
  else if (filter.state !== 'all') conditions.push(where('t.outcome', '=', filter.state))
  if (filter.dueBefore) conditions.push(where('t.due_at', '<', filter.dueBefore))
  if (filter.object) {
    conditions.push(where('t.object_kind', '=', filter.object.kind))
    conditions.push(where('t.object_id', '=', filter.object.id))
  }
  if (filter.parentId) conditions.push(where('t.parent_id', '=', filter.parentId))
  return where.and(conditions)
}

export type TaskSort = (typeof sorts)[number]

/** One page. `due`: the first due come first, what has no due moment last. */
export async function findTasks(
  ctx: Ctx,
  filter: TaskFilter,
  { sort, after, limit }: { sort: TaskSort; after: Place | undefined; limit: number },
): Promise<{ items: readonly Task[]; next: Place | null }> {
  const rows = await inOrder(tasks(ctx).where(fitting(ctx, filter)), sort, after)
    .select(sql<string | null>`t.due_at::text`.as('place'))
    .limit(limit + 1)
    .execute()
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return {
    items,
    next: rows.length > limit && last ? { value: sort === 'due' ? last.place : null, id: last.id } : null,
  }
}

export async function countTasks(ctx: Ctx, filter: TaskFilter): Promise<number> {
  const { count } = await ctx.db
    .selectFrom('task as t')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where(fitting(ctx, filter))
    .executeTakeFirstOrThrow()
  return Number(count)
}

type Tasks<Row> = SelectQueryBuilder<DB & { t: DB['task'] }, 't', Row>

function inOrder<Row>(query: Tasks<Row>, sort: TaskSort, after: Place | undefined): Tasks<Row> {
  if (sort === '-created') {
    const ordered = query.orderBy('t.id', 'desc')
    return after ? ordered.where('t.id', '<', after.id) : ordered
  }
  const ordered = query.orderBy('t.due_at', (column) => column.asc().nullsLast()).orderBy('t.id')
  if (!after) return ordered
  return after.value === null
    ? ordered.where(sql<boolean>`t.due_at is null and t.id > ${after.id}::bigint`)
    : ordered.where(
        sql<boolean>`((t.due_at, t.id) > (${after.value}::timestamptz, ${after.id}::bigint) or t.due_at is null)`,
      )
}

export const findSteps = (ctx: Ctx, taskId: Id) =>
  ctx.db
    .selectFrom('task_step')
    .select(['id', 'text', 'done_at as doneAt'])
    .where('task_id', '=', taskId)
    .orderBy('id')
    .limit(30)
    .execute()

/** What was said and what changed, the newest two hundred, oldest first. */
export const findEntries = async (ctx: Ctx, taskId: Id) =>
  (
    await ctx.db
      .selectFrom('task_entry as e')
      .leftJoin('account as a', 'a.id', 'e.author_id')
      .select(['e.id', 'e.kind', 'e.body', 'e.at', 'e.author_id as authorId', 'a.name as authorName'])
      .select(sql<Record<string, string | null>>`e.detail`.as('detail'))
      .where('e.task_id', '=', taskId)
      .orderBy('e.id', 'desc')
      .limit(200)
      .execute()
  ).reverse()

export interface Load {
  readonly id: Id
  readonly name: string
  /** Left the team or suspended, with work still open. */
  readonly gone: boolean
  readonly open: number
  readonly late: number
  readonly thisWeek: number
  /** Closed as done in the last 28 days, and how many of them in time. */
  readonly done: number
  readonly inTime: number
}

/** What each of the team has on the desk; those who are gone first, then the fullest. */
export async function findWorkload(ctx: Ctx, weekEnds: Date): Promise<Load[]> {
  const { rows } = await sql<Load>`
    with figures as (
      select t.owner_id,
             count(*) filter (where t.closed_at is null)::int as open,
             count(*) filter (where t.closed_at is null and t.due_at < ${ctx.now})::int as late,
             count(*) filter (where t.closed_at is null and t.due_at >= ${ctx.now} and t.due_at < ${weekEnds})::int as week,
             count(*) filter (where t.outcome = 'done' and t.closed_at >= ${ctx.now}::timestamptz - interval '28 days')::int as done,
             count(*) filter (where t.outcome = 'done' and t.closed_at >= ${ctx.now}::timestamptz - interval '28 days'
                                and (t.due_at is null or t.closed_at <= t.due_at))::int as in_time
        from task t
       where t.owner_id is not null and (t.closed_at is null or t.closed_at >= ${ctx.now}::timestamptz - interval '28 days')
       group by t.owner_id),
    active as (
      select o.account_id from operator o
       where not exists (select 1 from account_suspension x where x.account_id = o.account_id))
    select a.id::text, a.name, (active.account_id is null) as gone,
           coalesce(f.open, 0) as open, coalesce(f.late, 0) as late, coalesce(f.week, 0) as "thisWeek",
           coalesce(f.done, 0) as done, coalesce(f.in_time, 0) as "inTime"
      from account a
      left join active on active.account_id = a.id
      left join figures f on f.owner_id = a.id
     where active.account_id is not null or f.open > 0
     order by gone desc, open desc, a.id
     limit 500`.execute(ctx.db)
  return rows
}
