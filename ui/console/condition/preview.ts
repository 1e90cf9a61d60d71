/** What the server answers while a condition is built. */
export interface SentencePart {
  readonly text: string
  /** The condition that it says; null for what joins them. */
  readonly path: string | null
}

export interface SampleMember {
  readonly id: string
  readonly nickname: string
  readonly avatarUrl: string | null
  /** One telling fact: 浏览 17 次. */
  readonly fact: string | null
}

export interface Preview {
  readonly sentence: readonly SentencePart[]
  /** How many fit, of how many members. */
  readonly total: number
  readonly members: number
  /** How many fit each node by itself. */
  readonly nodes: readonly { readonly path: string; readonly count: number }[]
  /** How many are left after each condition of the outermost 且; the first is everybody. */
  readonly steps: readonly {
    readonly path: string | null
    readonly label: string
    readonly count: number
    readonly excludes: boolean
  }[]
  readonly sample: readonly SampleMember[]
  /** How many of them a message reaches; null while nobody knows. */
  readonly reachable: number | null
  /** How long counting took. */
  readonly ms: number
}

/** Why a member is in or not, mirroring the condition. */
export interface Explanation {
  readonly path: string
  readonly kind: 'all' | 'any' | 'not' | 'field' | 'event' | 'sequence' | 'segment'
  readonly met: boolean
  readonly says: string
  readonly evidence: string | null
  readonly progress: { readonly actual: number; readonly needed: number } | null
  readonly of: readonly Explanation[]
}
