import { z } from 'zod'
import { defineFact } from '#base/facts/fact.ts'
import { careLabels } from './care.messages.ts'
import { programs, purposes, stages, ways } from './programs.ts'

const touches = ({ about }: { about: { memberId?: string | null } }) => [
  ['care'],
  ['members', about.memberId ?? ''],
]

export const careStarted = defineFact({
  name: 'care.started',
  payload: z.object({ program: z.enum(programs) }),
  label: careLabels.started,
  touches,
})

export const careMoved = defineFact({
  name: 'care.moved',
  payload: z.object({ program: z.enum(programs), from: z.enum(stages), to: z.enum(stages) }),
  label: careLabels.moved,
  touches,
})

export const careVisited = defineFact({
  name: 'care.visited',
  payload: z.object({ program: z.enum(programs).nullable(), purpose: z.enum(purposes), way: z.enum(ways) }),
  label: careLabels.visited,
  touches,
})

export const careEnded = defineFact({
  name: 'care.ended',
  payload: z.object({ program: z.enum(programs) }),
  label: careLabels.ended,
  touches,
})
