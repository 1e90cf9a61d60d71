/** The metrics that the product brings; operators change them and add their own. */
import { activity } from './activity.ts'
import { content } from './content.ts'
import type { Entry } from './entry.ts'
import { growth } from './growth.ts'
import { loops } from './loops.ts'
import { retention } from './retention.ts'
import { revenue } from './revenue.ts'

export const families = { growth, activity, retention, content, revenue, loops } as const
export type Family = keyof typeof families

export const entries: readonly Entry[] = Object.values(families).flat()

export const familyOf = (key: string): Family | undefined =>
  (Object.keys(families) as Family[]).find((family) => families[family].some((each) => each.key === key))
