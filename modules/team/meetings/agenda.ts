/** What a meeting has to talk about, collected from what is open in every department and in Today. */
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { hear } from '#base/declarations/said.ts'
import type { WorkSource } from '#base/declarations/work.ts'
import type { Log } from '#base/parts.ts'
import { gatherWork } from '../today/queue.ts'
import { findOpenMatters } from '../work.ts'

export interface Matter {
  readonly origin: 'task' | 'work' | 'hand'
  readonly originKey: string | null
  readonly departmentId: Id | null
  readonly text: string
  readonly path: string | null
}

/** From Today a meeting takes only what is grave enough for everybody. */
const mostWork = 20

/**
 * Late and urgent tasks and those due before `until`, and what Today shows the caller as a signal or as
 * overdue. At most sixty matters; titles of people's own tasks of Today are not taken twice.
 */
export async function collectAgenda(
  ctx: Ctx,
  sources: readonly WorkSource[],
  until: Date,
  log: Pick<Log, 'warn'>,
): Promise<Matter[]> {
  const open = await findOpenMatters(ctx, until)
  const { items } = await gatherWork(
    ctx,
    sources.filter(({ name }) => !name.startsWith('team.')),
    { hidden: () => false, log, limit: mostWork },
  )
  return [
    ...open.map(
      (task): Matter => ({
        origin: 'task',
        originKey: task.id,
        departmentId: task.departmentId,
        text: task.title,
        path: `/tasks/${task.id}`,
      }),
    ),
    ...items
      .filter(({ kind }) => kind === 'signal' || kind === 'overdue')
      .slice(0, mostWork)
      .map(
        ({ source, item }): Matter => ({
          origin: 'work',
          originKey: `${source.name}:${item.key}`,
          departmentId: null,
          text: hear(item.title, ctx.locale),
          path: item.path,
        }),
      ),
  ]
}
