/** The preview of a condition: all counts in one statement, and ten people with what speaks for them. */
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import type { Warehouse } from '#base/parts.ts'
import type { KnownFields } from '../conditions/fields.ts'
import { type Node, nodesOf, type Resolved } from '../conditions/resolve.ts'
import { ask, bitmapOf, sampleSql } from '../conditions/set/ask.ts'
import type { Statement } from '../conditions/set/compile.ts'
import { evaluate } from '../conditions/single/evaluate.ts'
import { joining } from '../conditions/words/condition.messages.ts'
import { tellingFact } from '../conditions/words/evidence.ts'
import { sayNode, sentenceOf } from '../conditions/words/sentence.ts'
import { sightOf } from '../conditions/words/sight.ts'
import type { Vocabulary } from '../conditions/words/vocabulary.ts'
import type { Preview } from './preview.ts'
import { stepsOf } from './steps.ts'

/** People in a preview. */
const shown = 10

/** A flag that some module declares: whether a message can reach the member. */
const reachableField = 'member.reachable'

export async function findPreview(
  {
    ctx,
    warehouse,
    fields,
    resolved,
    statement,
    words,
    signal,
  }: {
    readonly ctx: Ctx
    readonly warehouse: Pick<Warehouse, 'query'>
    readonly fields: KnownFields
    readonly resolved: Resolved
    readonly statement: Statement
    readonly words: Vocabulary
    readonly signal?: AbortSignal | undefined
  },
  seed: number,
): Promise<Preview> {
  const { root, clock } = resolved
  const sight = sightOf(ctx.actor)
  const nodes = nodesOf(root).filter(({ path }) => !path.includes('.segment'))
  const steps = stepsOf(root, statement)
  const size = (bitmap: string) => `bitmapCardinality(${bitmap})`
  const declaresReach = (await fields.find(ctx, [reachableField])).has(reachableField)
  const reachable = `(SELECT groupBitmapState(id) FROM member FINAL WHERE present AND numbers['${reachableField}'] = 1)`

  const found = await ask<{ counts: string[]; left: string[]; members: string; ids: Id[]; reached: string }>(
    warehouse,
    statement,
    `[${nodes.map(({ path }) => size(bitmapOf(statement, path))).join(', ')}] AS counts,
     [${steps.map(({ bitmap }) => size(bitmap)).join(', ')}] AS left,
     ${size(statement.everybody)} AS members,
     ${sampleSql(bitmapOf(statement))} AS ids,
     ${declaresReach ? size(`bitmapAnd(${bitmapOf(statement)}, ${reachable})`) : '0'} AS reached`,
    { most: shown, seed },
    signal,
  )
  const judged = await evaluate(ctx, fields, resolved, found.ids)
  return {
    sentence: sentenceOf(root, words),
    total: Number(found.counts[0]),
    members: Number(found.members),
    nodes: nodes.map(({ path }, at) => ({ path, count: Number(found.counts[at]) })),
    steps: steps.map(({ node }, at) => ({
      path: node?.path ?? null,
      label: node ? labelOf(node, words) : words.say(joining.everybody),
      count: Number(found.left[at]),
      excludes: node?.kind === 'not',
    })),
    // Whoever has changed since the warehouse heard of him speaks for nothing.
    sample: found.ids.map((memberId) => {
      const one = judged.get(memberId)
      return { memberId, fact: one ? tellingFact(one, words, clock, sight) : null }
    }),
    reachable: declaresReach ? Number(found.reached) : null,
  }
}

/** A requirement in a few words. */
function labelOf(node: Node, words: Vocabulary): string {
  if (node.kind !== 'not') return sayNode(node, words)
  return words.say(joining.without, { what: sayNode(node.of, words) })
}
