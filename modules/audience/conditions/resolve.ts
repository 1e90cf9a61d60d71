/**
 * A definition made ready for evaluation: every node with its place, segments replaced by what they mean now,
 * fields by their descriptions. Both evaluators, the words and the preview walk the same tree.
 */
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import type { Field } from '#base/declarations/fields.ts'
import { audienceProblems } from '../problems.ts'
import { type Clock, readClock } from './clock.ts'
import type {
  Condition,
  Definition,
  EventCondition,
  FieldCondition,
  SegmentCondition,
  SequenceCondition,
} from './condition.ts'
import type { KnownFields } from './fields.ts'
import type { NamedDefinition, SegmentSource } from './segment-source.ts'

interface Placed {
  /** `who`, `who.of.0`; what a segment means is below `….segment`. */
  readonly path: string
}
export type Node =
  | (Placed & { readonly kind: 'all' | 'any'; readonly of: readonly Node[] })
  | (Placed & { readonly kind: 'not'; readonly of: Node })
  /** `of` is undefined for a segment that is gone: only a preview still shows it, with nobody in it. */
  | (Placed & {
      readonly kind: 'segment'
      readonly condition: SegmentCondition
      readonly name: string | undefined
      readonly of: Node | undefined
    })
  | (Placed & {
      readonly kind: 'field'
      readonly condition: FieldCondition
      readonly field: Field | undefined
    })
  | (Placed & { readonly kind: 'event'; readonly condition: EventCondition })
  | (Placed & { readonly kind: 'sequence'; readonly condition: SequenceCondition })

export type FieldNode = Extract<Node, { kind: 'field' }>
export type EventNode = Extract<Node, { kind: 'event' }>
export type SequenceNode = Extract<Node, { kind: 'sequence' }>

export interface Resolved {
  readonly root: Node
  readonly clock: Clock
}

/** Leaves of a condition with everything that its segments ask; more would be a statement nobody can plan. */
const mostLeavesInAll = 300

export interface Known {
  readonly fields: KnownFields
  readonly segments: SegmentSource
}

/** Throws `segment_circle` when a segment leads back to itself, `condition_invalid` when it is far too large. */
export async function resolve(
  ctx: Ctx,
  { fields, segments }: Known,
  definition: Definition,
  { ofSegment }: { readonly ofSegment?: Id | undefined } = {},
): Promise<Resolved> {
  const clock = await readClock(ctx)
  const named = await findSegments(ctx, segments, definition)
  const asked = [definition, ...[...named.values()].map((each) => each.definition)]
  const keys = asked.flatMap((each) =>
    leavesOf(each.who).flatMap((leaf) => (leaf.kind === 'field' ? [leaf.field] : [])),
  )
  const described = await fields.find(ctx, [...new Set(keys)])
  return { root: placed(definition, { segments: named, fields: described, ofSegment }), clock }
}

/** The tree of a definition, given what it asks for. */
export function placed(
  definition: Definition,
  {
    segments,
    fields,
    ofSegment,
  }: {
    readonly segments: ReadonlyMap<Id, NamedDefinition>
    readonly fields: ReadonlyMap<string, Field>
    readonly ofSegment?: Id | undefined
  },
): Node {
  let leaves = 0
  const place = (condition: Condition, path: string, inside: readonly Id[]): Node => {
    switch (condition.kind) {
      case 'all':
      case 'any':
        return {
          path,
          kind: condition.kind,
          of: condition.of.map((each, at) => place(each, `${path}.of.${at}`, inside)),
        }
      case 'not':
        return { path, kind: 'not', of: place(condition.of, `${path}.of`, inside) }
      case 'segment': {
        const found = segments.get(condition.segment)
        if (inside.includes(condition.segment))
          throw audienceProblems.segmentCircle({ values: { name: found?.name ?? '' } })
        return {
          path,
          kind: 'segment',
          condition,
          name: found?.name,
          of: found && place(found.definition.who, `${path}.segment`, [...inside, condition.segment]),
        }
      }
      case 'field':
        leaves++
        return { path, kind: 'field', condition, field: fields.get(condition.field) }
      case 'event':
        leaves++
        return { path, kind: 'event', condition }
      case 'sequence':
        leaves++
        return { path, kind: 'sequence', condition }
    }
  }
  const root = place(definition.who, 'who', ofSegment === undefined ? [] : [ofSegment])
  if (leaves > mostLeavesInAll)
    throw audienceProblems.conditionInvalid({ values: { count: leaves - mostLeavesInAll } })
  return root
}

/** Every segment that is asked for, however deep. */
async function findSegments(
  ctx: Ctx,
  source: SegmentSource,
  definition: Definition,
): Promise<ReadonlyMap<Id, NamedDefinition>> {
  const found = new Map<Id, NamedDefinition>()
  const asked = new Set<Id>()
  let next = segmentsOf(definition.who)
  while (next.length > 0) {
    for (const id of next) asked.add(id)
    const here = await source.find(ctx, next)
    for (const [id, each] of here) found.set(id, each)
    next = [...new Set([...here.values()].flatMap((each) => segmentsOf(each.definition.who)))].filter(
      (id) => !asked.has(id),
    )
  }
  return found
}

const segmentsOf = (condition: Condition): Id[] => [
  ...new Set(leavesOf(condition).flatMap((leaf) => (leaf.kind === 'segment' ? [leaf.segment] : []))),
]

/** The leaves of a condition as it is written. */
export function leavesOf(condition: Condition): Exclude<Condition, { kind: 'all' | 'any' | 'not' }>[] {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.of.flatMap(leavesOf)
    case 'not':
      return leavesOf(condition.of)
    default:
      return [condition]
  }
}

/** All nodes, outermost first. */
export function nodesOf(node: Node): Node[] {
  switch (node.kind) {
    case 'all':
    case 'any':
      return [node, ...node.of.flatMap(nodesOf)]
    case 'not':
      return [node, ...nodesOf(node.of)]
    case 'segment':
      return [node, ...(node.of ? nodesOf(node.of) : [])]
    default:
      return [node]
  }
}
