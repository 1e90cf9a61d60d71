/** Where something that is known of a member comes from. Kept beside every value, contact point and tag (S3-15). */
import type { Id } from '#base/access/actor.ts'
import { defineMessages } from '#base/i18n/messages.ts'

export const sources = ['member', 'operator', 'import', 'rule', 'system'] as const
export type SourceKind = (typeof sources)[number]

export interface Origin {
  readonly source: SourceKind
  /** Of an import or a rule: which. */
  readonly sourceId?: Id
}

export const byOperator: Origin = { source: 'operator' }
export const byMember: Origin = { source: 'member' }

export const sourceLabels = defineMessages({
  member: { zh: '本人填写', en: 'From the member' },
  operator: { zh: '运营录入', en: 'From the team' },
  import: { zh: '导入', en: 'Imported' },
  rule: { zh: '规则自动', en: 'By a rule' },
  system: { zh: '系统', en: 'By the system' },
})
