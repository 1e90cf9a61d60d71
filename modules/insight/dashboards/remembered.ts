/**
 * Answers of analyses that were worked out before, as long as nothing came to the log since. Metrics remember more
 * finely, span by span (`metrics/remember`); the others are kept whole. Each process keeps its own, a little of it.
 */
import { createHash } from 'node:crypto'
import { describeActor } from '#base/access/actor.ts'
import { canonical } from '#base/text/canonical.ts'
import type { Asking } from '../asking.ts'
import type { SinkState } from '../metrics/remember/stamps.ts'
import type { AskedQuestion } from './asked.ts'
import { type Memory, openMemory } from './memory.ts'

interface Kept {
  readonly mark: string
  readonly at: number
  readonly answer: unknown
}

/** Most answers that are kept, and how long they may be all together and each by itself, in characters of JSON. */
const most = { count: 400, weight: 20_000_000 }
const largest = 300_000
/** What else than the log a figure may rest on (who fits a condition, costs, names) is as old as this at most. */
const keepsMs = 60_000
/** Figures of what happened alone. */
const keepsLongMs = 600_000
const ofTheLog = new Set(['funnel', 'retention', 'lifecycle', 'stickiness', 'paths', 'words'])

const memories = new WeakMap<object, Memory<Kept>>()

/** What the answers rest on: rows of the warehouse, and which day it is. */
export const markOf = ({ rows }: SinkState, { today }: Asking['clock']): string => `${rows}.${today}`

/** Who asks matters: conditions may ask what only some may see. */
function printOf({ ctx, clock }: Asking, { analysis, question }: AskedQuestion): string {
  const { actor } = ctx
  const may =
    actor.kind === 'account'
      ? [...(actor.operator?.permissions ?? [])].sort().join()
      : actor.kind === 'apiKey'
        ? [...actor.scopes].sort().join()
        : describeActor(actor)
  return createHash('sha256')
    .update([analysis.name, canonical(question), ctx.locale, clock.zone, may].join('\n'))
    .digest('base64')
}

/** Whether a question is about what happened alone, and not about how members are now. */
const isOfTheLog = ({ analysis, question }: AskedQuestion) =>
  ofTheLog.has(analysis.name) && !/"who":|"by":"(field|segments)"|"segment":/.test(canonical(question))

/** `sink` as it was before anything was asked. */
export async function answerOrRemember(
  asking: Asking,
  asked: AskedQuestion,
  sink: SinkState,
): Promise<unknown> {
  const { warehouse } = asking.parts
  const memory = memories.get(warehouse) ?? openMemory<Kept>(most)
  memories.set(warehouse, memory)
  const key = printOf(asking, asked)
  const mark = markOf(sink, asking.clock)
  const now = asking.ctx.now.getTime()
  const kept = memory.get(key)
  const age = kept ? now - kept.at : Number.POSITIVE_INFINITY
  if (
    kept &&
    kept.mark === mark &&
    !sink.busy &&
    age >= 0 &&
    age < (isOfTheLog(asked) ? keepsLongMs : keepsMs)
  )
    return kept.answer
  const answer: unknown = asked.analysis.answer.parse(await asked.analysis.answerOf(asking, asked.question))
  memory.delete(key)
  // What was half there while it was counted is counted again.
  const length = JSON.stringify(answer).length
  if (!sink.busy && length <= largest) memory.set(key, { mark, at: now, answer }, length)
  return answer
}
