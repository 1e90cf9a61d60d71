/**
 * The single evaluator: some members, now, from PostgreSQL. One read of fields and one of behaviour answer all
 * leaves of all members; the tree is then folded in memory.
 */
import { sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { passes } from '../field-test.ts'
import { type Known, type KnownFields, type Values, valueName } from '../fields.ts'
import { holds } from '../measure.ts'
import {
  type EventNode,
  type FieldNode,
  type Node,
  nodesOf,
  type Resolved,
  type SequenceNode,
} from '../resolve.ts'
import { type FoundInLog, findBehaviour, findSequence, nothingInLog, type Person } from './behaviour.ts'

/** A node and what became of it for one member. */
export interface Judged {
  readonly node: Node
  readonly met: boolean
  readonly of: readonly Judged[]
  /** What was found, of leaves. */
  readonly value?: Known | undefined
  readonly found?: FoundInLog
  /** When the last step of a sequence was taken. */
  readonly finished?: Date | undefined
}

/** By member; those who are nobody, or doubles of somebody, are left out. */
export async function evaluate(
  ctx: Ctx,
  fields: KnownFields,
  { root, clock }: Resolved,
  memberIds: readonly Id[],
): Promise<ReadonlyMap<Id, Judged>> {
  const people = await findPeople(ctx, memberIds)
  const ids = people.map(({ memberId }) => memberId)
  const nodes = nodesOf(root)
  const asked = nodes.filter((node): node is FieldNode => node.kind === 'field' && node.field !== undefined)
  const values: ReadonlyMap<Id, Values> =
    asked.length > 0
      ? await fields.read(ctx, ids, [...new Set(asked.map(({ condition }) => condition.field))])
      : new Map()
  const behaviour = await findBehaviour(
    ctx,
    people,
    nodes.filter((node): node is EventNode => node.kind === 'event'),
    clock,
  )
  const sequences = new Map<string, ReadonlyMap<Id, Date>>()
  for (const node of nodes)
    if (node.kind === 'sequence')
      sequences.set(node.path, await findSequence(ctx, people, node as SequenceNode, clock))

  const weigh = (node: Node, id: Id): Judged => {
    switch (node.kind) {
      case 'all':
      case 'any': {
        const of = node.of.map((each) => weigh(each, id))
        const met = node.kind === 'all' ? of.every((each) => each.met) : of.some((each) => each.met)
        return { node, met, of }
      }
      case 'not': {
        const of = weigh(node.of, id)
        return { node, met: !of.met, of: [of] }
      }
      case 'segment': {
        const of = node.of && weigh(node.of, id)
        return { node, met: of?.met ?? false, of: of ? [of] : [] }
      }
      case 'field': {
        const { condition, field } = node
        const value = field && values.get(id)?.get(valueName(condition))
        return { node, met: passes(field?.type, condition.test, value, clock), of: [], value }
      }
      case 'event': {
        const found = behaviour.get(node.path)?.get(id) ?? nothingInLog
        return { node, met: holds(node.condition.measure, found, clock), of: [], found }
      }
      case 'sequence': {
        const finished = sequences.get(node.path)?.get(id)
        return { node, met: finished !== undefined, of: [], finished }
      }
    }
  }
  return new Map(ids.map((id) => [id, weigh(root, id)]))
}

/** The members among the ids, with the doubles that were merged into them. */
async function findPeople(ctx: Ctx, memberIds: readonly Id[]): Promise<Person[]> {
  const { rows } = await sql<{ id: Id; merged_into: Id | null }>`
    select id, merged_into from member where id = any(${[...memberIds]}::bigint[])
    union
    select id, merged_into from member where merged_into = any(${[...memberIds]}::bigint[])`.execute(ctx.db)
  return [...new Set(memberIds)].flatMap((memberId) => {
    const own = rows.find(({ id }) => id === memberId)
    if (!own || own.merged_into !== null) return []
    return [
      {
        memberId,
        ids: [memberId, ...rows.filter((row) => row.merged_into === memberId).map(({ id }) => id)],
      },
    ]
  })
}
