/** Where something that is known of a member comes from. Kept beside every value, contact point and tag (S3-15). */
import type { Id } from '#base/access/actor.ts'

export const sources = ['member', 'operator', 'import', 'rule', 'system'] as const
export type SourceKind = (typeof sources)[number]

export interface Origin {
  readonly source: SourceKind
  /** Of an import or a rule: which. */
  readonly sourceId?: Id
}

export const byOperator: Origin = { source: 'operator' }
export const byMember: Origin = { source: 'member' }
