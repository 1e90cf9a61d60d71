/**
 * Answers of the warehouse about many leaves at once: what is remembered is taken from memory, the rest is asked
 * together, in as few statements as their answers fit into.
 */
import { createHash } from 'node:crypto'
import { amendable, amending } from '#base/facts/amending.ts'
import { openBinder } from '#modules/audience/api.ts'
import type { Asking } from '../asking.ts'
import { type AskedLeaf, figuresSql, touchedBy } from './leaf.sql.ts'
import { type Cells, memoryOf } from './remember/memory.ts'
import {
  provedCountSql,
  provedDaysSql,
  type Stamps,
  stampsOf,
  stampsParams,
  stampsSql,
  whileSinking,
} from './remember/stamps.ts'
import type { PreparedScope } from './scope.ts'
import { firstDay, isEmpty, type Span, spanKey } from './spans.ts'

/** A leaf over spans, in a scope, perhaps cut. */
export interface Task {
  readonly leaf: AskedLeaf
  readonly spans: readonly Span[]
  readonly prepared: PreparedScope
}

/** Cells of each span, by `spanKey`. */
export type Answer = ReadonlyMap<string, Cells>

/** Most rows of one answer, and most questions in one statement. */
const mostRows = 60_000
const mostTogether = 16
/** A span of more than these is not remembered: that is somebody who looks at every group, not a screen. */
const mostCells = 26

/** One answer for each task, in their order. Throws `timeout`, `warehouse_unavailable`. */
export async function answerTasks(asking: Asking, tasks: readonly Task[]): Promise<Answer[]> {
  const { warehouse } = asking.parts
  const memory = memoryOf(warehouse)
  const { found: stamps, ...sink } = await whileSinking(asking.ctx, () => readStamps(asking, tasks))
  await memory.follow(stamps, (after, count) => provedSince(asking, after, count))
  const { forgotten } = memory

  const answers: Map<string, Cells>[] = tasks.map(() => new Map())
  const missing = new Map<
    string,
    { readonly task: Task; readonly spans: Map<string, Span>; readonly for: number[] }
  >()
  for (const [at, task] of tasks.entries()) {
    const question = questionKey(task, asking)
    for (const span of task.spans) {
      const key = spanKey(span)
      if (isEmpty(span)) {
        answers[at]!.set(key, new Map())
        continue
      }
      const known = memory.find(question, span, stampOf(task, span, stamps, asking))
      if (known) {
        answers[at]!.set(key, known)
        continue
      }
      const asked = missing.get(question) ?? { task, spans: new Map<string, Span>(), for: [] }
      missing.set(question, asked)
      asked.spans.set(key, span)
      if (!asked.for.includes(at)) asked.for.push(at)
    }
  }

  const work = [...missing].map(([question, asked]) => ({
    question,
    ...asked,
    spans: [...asked.spans.values()],
  }))
  await Promise.all(
    inStatements(work).map(async (some) => {
      const found = await askStatement(asking, some)
      for (const [place, { question, task, spans, for: wanting }] of some.entries())
        for (const [slot, span] of spans.entries()) {
          const cells: Cells = found.get(`${place}.${slot}`) ?? new Map()
          if ((task.prepared.cells ?? 1) <= mostCells)
            memory.keep(
              question,
              span,
              stampOf(task, span, stamps, asking),
              readsOf(task, span, asking),
              cells,
              sink,
              forgotten,
            )
          for (const at of wanting) answers[at]!.set(spanKey(span), cells)
        }
    }),
  )
  return answers
}

interface Work {
  readonly task: Task
  readonly spans: readonly Span[]
}

/** As few statements as can be, each of a bearable size. */
function inStatements<T extends Work>(work: readonly T[]): T[][] {
  const statements: T[][] = []
  let rows = 0
  for (const each of work) {
    const its = each.spans.length * (each.task.prepared.cells ?? 1)
    const last = statements.at(-1)
    if (last && last.length < mostTogether && rows + its <= mostRows) {
      last.push(each)
      rows += its
    } else {
      statements.push([each])
      rows = its
    }
  }
  return statements
}

/** The statement of some tasks, and its parameters. */
export function statementOf(work: readonly Work[], clock: Asking['clock']) {
  const { bind, params } = openBinder('x')
  const parts = work.map(({ task: { leaf, prepared }, spans }, place) => {
    const asked = {
      writing: { clock, bind },
      group: prepared.group,
      who: prepared.who,
      cut: prepared.cut?.(bind),
    }
    Object.assign(params, prepared.params)
    return `SELECT ${place} AS place, slot, key, figure, under FROM (${figuresSql(leaf, spans, asked)})`
  })
  return { sql: parts.join('\nUNION ALL\n'), params }
}

async function askStatement(asking: Asking, work: readonly Work[]) {
  const { sql, params } = statementOf(work, asking.clock)
  const rows = await asking.once<{
    place: number
    slot: number
    key: string
    figure: number | null
    under: number | null
  }>(sql, params)
  const found = new Map<string, Map<string, readonly [number | null, number | null]>>()
  for (const { place, slot, key, figure, under } of rows) {
    const at = `${place}.${slot}`
    const cells = found.get(at) ?? new Map()
    found.set(at, cells)
    cells.set(key, [figure, under])
  }
  return found
}

async function readStamps(asking: Asking, tasks: readonly Task[]): Promise<Stamps> {
  const names = new Set<string>()
  for (const { leaf } of tasks)
    for (const { dids } of touchedBy(leaf, [], asking.clock.today))
      for (const { event } of dids) names.add(event)
  if ([...names].some((name) => name === '*' || amendable.has(name)))
    for (const fact of Object.keys(amending)) names.add(fact)
  return stampsOf(await asking.once(stampsSql, stampsParams([...names].sort())))
}

/** Days on which browsers were busy whose owners became known since; undefined when that is not to be told. */
export async function provedSince(asking: Asking, after: bigint, count: bigint) {
  const params = { after: String(after) }
  const [[newer], days] = await Promise.all([
    asking.once<{ n: string }>(provedCountSql, params),
    asking.once<{ day: string }>(provedDaysSql, params),
  ])
  // One that came late stands before others: which days it brings is not to be told.
  return BigInt(newer?.n ?? 0) === count ? days.map(({ day }) => day) : undefined
}

const questionKey = ({ leaf, prepared }: Task, { clock }: Asking): string =>
  createHash('sha256')
    .update(JSON.stringify([leaf, prepared.key, clock.zone, leaf.kind === 'returning' ? clock.today : '']))
    .digest('base64')

const readsOf = ({ leaf }: Task, span: Span, { clock }: Asking): Span[] =>
  touchedBy(leaf, [span], clock.today).flatMap(({ spans }) => spans)

/** What the figure of a span depends on, as the warehouse had it. */
function stampOf({ leaf, prepared }: Task, span: Span, stamps: Stamps, { clock, ctx }: Asking): string {
  const counts = touchedBy(leaf, [span], clock.today).map(({ dids, spans: [read] }) => {
    const names = dids.some(({ event }) => event === '*')
      ? ['*']
      : [...new Set(dids.map(({ event }) => event))]
    return stamps.count(names, read!.from, read!.to)
  })
  // A value that is put right later belongs to a day to which nothing comes.
  const amended = amendedFacts(leaf).map((fact) => stamps.count([fact], firstDay, endOfDays))
  // Who fits a condition follows from everything that happened, and from the moment.
  const belongs = leaf.kind === 'stock' || ('among' in leaf && leaf.among?.kind === 'stock')
  const people =
    prepared.aboutMembers || belongs
      ? `${stamps.copies}.${prepared.aboutMembers ? `${stamps.log}.${Math.floor(ctx.now.getTime() / 60_000)}` : ''}`
      : ''
  return `${stamps.generation}|${counts.join()}|${amended.join()}|${people}`
}

/** Behind every day of the warehouse. */
export const endOfDays = '9999-12-31'

/** Facts that put right what a leaf reads. Of anything at all, only amounts change by them, not who or how often. */
export function amendedFacts(leaf: AskedLeaf): string[] {
  const events = new Set(touchedBy(leaf, [], firstDay).flatMap(({ dids }) => dids.map(({ event }) => event)))
  const ofAmounts = leaf.kind === 'events' && !['count', 'members', 'days'].includes(leaf.counted.of)
  return Object.entries(amending).flatMap(([fact, event]) =>
    events.has(event) || (ofAmounts && events.has('*')) ? [fact] : [],
  )
}
