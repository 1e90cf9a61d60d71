import { z } from 'zod'
import { defineFact } from '#base/facts/fact.ts'
import { mergeLabels } from './merge.messages.ts'

const touches = ({ about }: { about: { memberId?: string | null } }) => [
  ['members'],
  ['members', about.memberId ?? ''],
  ['doubles'],
  ['merges'],
]

/** About the profile that remains. */
export const memberMerged = defineFact({
  name: 'member.merged',
  payload: z.object({ doubleId: z.string() }),
  label: mergeLabels.merged,
  touches,
})

/** About the double: whoever keeps copies of it lets them go. */
export const memberMergedAway = defineFact({
  name: 'member.merged_away',
  payload: z.object({ intoId: z.string() }),
  label: mergeLabels.mergedAway,
  touches,
})

export const memberUnmerged = defineFact({
  name: 'member.unmerged',
  payload: z.object({ doubleId: z.string() }),
  label: mergeLabels.unmerged,
  touches,
})

export const memberParted = defineFact({
  name: 'member.parted',
  payload: z.object({ intoId: z.string() }),
  label: mergeLabels.parted,
  touches,
})

export const doublesSearched = defineFact({
  name: 'member_doubles.searched',
  payload: z.object({ found: z.int() }),
  label: mergeLabels.searched,
  touches: () => [['doubles']],
})
