/**
 * Today: what waits for this operator, from every source that the operator may see, in one order. Each
 * source is asked for its most pressing items, a few sources at a time, and one that fails or takes too
 * long is named while the others are shown.
 */
import { createHash } from 'node:crypto'
import { may } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { hear } from '#base/declarations/said.ts'
import type { WorkItem, WorkKind, WorkSource } from '#base/declarations/work.ts'
import type { Log } from '#base/parts.ts'

export interface QueueItem {
  readonly source: WorkSource
  readonly item: WorkItem
  readonly kind: WorkKind
  /** Its time has come within the hour or passed, or people are affected now. */
  readonly first: boolean
}

export interface Queue {
  readonly items: readonly QueueItem[]
  /** How many there are in all, by tab; more than `items` when a source has more than it was asked for. */
  readonly counts: Readonly<Record<WorkKind, number>>
  /** Sources that could not be asked. */
  readonly troubled: readonly WorkSource[]
}

/** True when the operator put the item off, or dismissed it as it looks now. */
export type Hidden = (source: string, key: string, looks: string) => boolean

/** How an item looks, so that a dismissed one comes back when it has changed. */
export const looksOf = ({ title, note }: Pick<WorkItem, 'title' | 'note'>): string =>
  createHash('sha256')
    .update(JSON.stringify([title.message.zh, title.values, note.message.zh, note.values]))
    .digest('base64url')
    .slice(0, 22)

const hour = 3_600_000
/** Sources asked at once: Today must not take all connections of the process. */
const atOnce = 4

export interface GatherOptions {
  readonly hidden: Hidden
  /** Asked of each source. */
  readonly limit?: number
  /** How long one source may take. */
  readonly patienceMs?: number
  readonly log?: Pick<Log, 'warn'>
}

/** Asks all sources. Never fails because of one of them. */
export async function gatherWork(
  ctx: Ctx,
  sources: readonly WorkSource[],
  { hidden, limit = 50, patienceMs = 4_000, log }: GatherOptions,
): Promise<Queue> {
  const asked = sources.filter(({ permission }) => permission === undefined || may(ctx.actor, permission))
  const items: QueueItem[] = []
  const troubled: WorkSource[] = []
  const counts: Record<WorkKind, number> = { signal: 0, overdue: 0, approval: 0, answer: 0, task: 0, care: 0 }
  const me = ctx.actor.kind === 'account' ? ctx.actor.accountId : undefined
  const ask = async (source: WorkSource): Promise<void> => {
    try {
      const found = await within(patienceMs, source.find(ctx, { limit }))
      counts[source.kind] += Math.max(0, found.total - found.items.length)
      for (const item of found.items) {
        if (item.owner !== undefined && item.owner !== me) continue
        if (hidden(source.name, item.key, looksOf(item))) continue
        const placed = place(ctx, source, item)
        items.push(placed)
        counts[placed.kind]++
      }
    } catch (error) {
      troubled.push(source)
      log?.warn({ source: source.name, error: String(error) }, 'a source of Today could not be asked')
    }
  }
  const waiting = [...asked]
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let source = waiting.shift(); source; source = waiting.shift()) await ask(source)
    }),
  )
  return { items: items.sort(byPress), counts, troubled }
}

function place(ctx: Ctx, source: WorkSource, item: WorkItem): QueueItem {
  const late = item.dueAt !== undefined && item.dueAt <= ctx.now
  const soon = item.dueAt !== undefined && item.dueAt.getTime() - ctx.now.getTime() <= hour
  const kind = item.kind ?? (late && source.kind !== 'signal' ? 'overdue' : source.kind)
  return { source, item, kind, first: soon || item.urgent === true }
}

/** First what is first; then what is due soonest; then what has waited longest. */
function byPress(a: QueueItem, b: QueueItem): number {
  const due = ({ item }: QueueItem) => item.dueAt?.getTime() ?? Number.POSITIVE_INFINITY
  const since = ({ item }: QueueItem) => item.since?.getTime() ?? Number.POSITIVE_INFINITY
  return (
    Number(b.first) - Number(a.first) ||
    compare(due(a), due(b)) ||
    compare(since(a), since(b)) ||
    compare(`${a.source.name}:${a.item.key}`, `${b.source.name}:${b.item.key}`)
  )
}

const compare = <T extends number | string>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0)

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  try {
    return await Promise.race([
      work,
      new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(new Error(`took longer than ${ms} ms`)), ms)
      }),
    ])
  } finally {
    clearTimeout(timer)
  }
}

/** What an item says, in the reader's language. */
export const sentenceOf = (ctx: Ctx, { title, note }: WorkItem): { title: string; note: string } => ({
  title: hear(title, ctx.locale),
  note: hear(note, ctx.locale),
})
