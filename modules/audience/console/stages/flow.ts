/** Plain arithmetic behind the flow between stages. */
import type { Flow, Phase } from './stages.queries.ts'

interface Placed {
  readonly key: string
  readonly phase: Phase
}

export type MoveKind = 'stayed' | 'entered' | 'forward' | 'lost' | 'back'

/** On through life, into silence, or back from it. A step down among the living is a loss as well. */
export function kindOfMove(from: string | null, to: string, stages: readonly Placed[]): MoveKind {
  if (from === to) return 'stayed'
  if (from === null) return 'entered'
  const place = (key: string | null) => stages.findIndex((stage) => stage.key === key)
  const isSilent = (key: string | null) => stages[place(key)]?.phase === 'retention'
  if (isSilent(to)) return isSilent(from) && place(to) < place(from) ? 'back' : 'lost'
  if (isSilent(from)) return 'back'
  return place(to) > place(from) ? 'forward' : 'lost'
}

export interface FlowSums {
  readonly forward: number
  readonly lost: number
  readonly back: number
  /** The largest number that is no staying. */
  readonly most: number
}

export function flowSums(flow: Flow['flow'], stages: readonly Placed[]): FlowSums {
  const sums = { forward: 0, lost: 0, back: 0, most: 0 }
  for (const { from, to, members } of flow) {
    if (to === null) continue
    const kind = kindOfMove(from, to, stages)
    if (kind === 'stayed') continue
    sums.most = Math.max(sums.most, members)
    if (kind !== 'entered') sums[kind] += members
  }
  return sums
}
