/** What a reader may be told of what was found about a member. To see whether somebody fits is not to see why. */
import type { Actor } from '#base/access/actor.ts'
import { canAskField } from '#base/declarations/fields.ts'
import { type Node, nodesOf } from '../resolve.ts'

export interface Sight {
  /** Whether what was found for this node is kept from the reader, with everything below it. */
  hides(node: Node): boolean
  /** The reader is the member himself, or it is written to him: what is hidden is not even named. */
  readonly forMember: boolean
}

export interface Reading {
  readonly forMember?: boolean | undefined
}

/** Fields are kept from roles that may not see them; what only the team keeps, from members as well. */
export function sightOf(actor: Actor, { forMember = false }: Reading = {}): Sight {
  const hides = (node: Node): boolean => {
    if (node.kind === 'segment') return forMember || (node.of !== undefined && nodesOf(node.of).some(hides))
    if (node.kind !== 'field' || !node.field) return false
    const { teamOnly = false, seenBy = [] } = node.field
    return !canAskField(actor, node.field) || (forMember && (teamOnly || seenBy.length > 0))
  }
  return { hides, forMember }
}
