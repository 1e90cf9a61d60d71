/** What the parts of insight are handed. */
import type { Declared } from '#base/declarations/declared.ts'
import type { Parts } from '#base/parts.ts'
import type { Audience } from '#modules/audience/api.ts'

export interface InsightParts
  extends Pick<
    Parts,
    'config' | 'connection' | 'warehouse' | 'files' | 'egress' | 'jobs' | 'log' | 'secrets' | 'mail' | 'live'
  > {
  readonly audience: Audience
  readonly declared: Pick<Declared, 'facts' | 'fields' | 'permissions'>
}
