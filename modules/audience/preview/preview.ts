/** What an operator sees while a condition is being built. */
import type { Id } from '#base/access/actor.ts'
import type { SentencePart } from '../audience.ts'

export interface Preview {
  readonly sentence: readonly SentencePart[]
  /** How many fit. */
  readonly total: number
  /** Of how many members. */
  readonly members: number
  /** How many fit each node by itself, by its path. */
  readonly nodes: readonly { readonly path: string; readonly count: number }[]
  /**
   * How many are left after each condition of the outermost `all`, the first step being everybody (path null);
   * `excludes`: the step is a `not`.
   */
  readonly steps: readonly {
    readonly path: string | null
    readonly label: string
    readonly count: number
    readonly excludes: boolean
  }[]
  /** Up to ten at random, each with one telling fact. */
  readonly sample: readonly { readonly memberId: Id; readonly fact: string | null }[]
  /** How many of them a message can reach; null while no module says who can be reached. */
  readonly reachable: number | null
}
