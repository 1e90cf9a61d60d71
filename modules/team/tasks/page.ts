/** The page of one task: what it is, its parts, its checklist and what happened with it. */

import { sql } from 'kysely'
import type { z } from 'zod'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { presentTask, type taskPageAnswer } from './present.ts'
import type { EntryKind } from './records.ts'
import { findSeries } from './series.ts'
import { accessTask, findEntries, findSteps, findTasks } from './tasks.sql.ts'

export async function taskPage(ctx: Ctx, id: Id): Promise<z.input<typeof taskPageAnswer>> {
  const task = await accessTask(ctx, id)
  const [steps, entries, tree, series, parent] = await Promise.all([
    findSteps(ctx, id),
    findEntries(ctx, id),
    findTasks(ctx, { state: 'all', parentId: id }, { sort: 'due', after: undefined, limit: 100 }),
    task.seriesId ? findSeries(ctx, task.seriesId) : undefined,
    task.parentId
      ? ctx.db.selectFrom('task').select(['id', 'title']).where('id', '=', task.parentId).executeTakeFirst()
      : undefined,
  ])
  const names = await findNames(
    ctx,
    entries.flatMap(({ kind, detail }) => (kind === 'owner' ? [detail.from, detail.to] : [])),
  )
  return {
    ...presentTask(ctx, task),
    detail: task.detail,
    checkHow: task.checkHow,
    parent: parent ?? null,
    series: series
      ? {
          rule: series.rule,
          leadDays: series.leadDays,
          nextAt: series.nextAt?.toISOString() ?? null,
          ended: series.endedAt !== null,
        }
      : null,
    checklist: steps.map((step) => ({ id: step.id, text: step.text, done: step.doneAt !== null })),
    tree: tree.items.map((each) => presentTask(ctx, each)),
    entries: entries.map((entry) => ({
      id: entry.id,
      kind: entry.kind as EntryKind,
      body: entry.body,
      ...fromTo(entry.kind, entry.detail, names),
      author: entry.authorId ? { id: entry.authorId, name: entry.authorName ?? '' } : null,
      at: entry.at.toISOString(),
    })),
  }
}

function fromTo(
  kind: string,
  detail: Readonly<Record<string, string | null>>,
  names: ReadonlyMap<Id, string>,
) {
  const say = (value: string | null | undefined): string | null =>
    value ? (kind === 'owner' ? (names.get(value) ?? null) : value) : null
  if (kind === 'owner' || kind === 'due') return { from: say(detail.from), to: say(detail.to) }
  return { from: null, to: detail.fields ?? detail.outcome ?? null }
}

/** What these accounts are called now: histories keep ids, so that who left is forgotten. */
async function findNames(
  ctx: Ctx,
  ids: readonly (string | null | undefined)[],
): Promise<ReadonlyMap<Id, string>> {
  const wanted = [...new Set(ids.filter((each) => each !== null && each !== undefined))]
  if (wanted.length === 0) return new Map()
  const rows = await ctx.db
    .selectFrom('account')
    .select(['id', 'name'])
    .where('id', '=', sql<string>`any(${wanted}::bigint[])`)
    .execute()
  return new Map(rows.map((row) => [row.id, row.name]))
}
