/** What the parts of content are handed. */
import type { Declared } from '#base/declarations/declared.ts'
import type { Parts } from '#base/parts.ts'
import type { Audience } from '#modules/audience/api.ts'

export interface ContentParts
  extends Pick<
    Parts,
    'config' | 'connection' | 'warehouse' | 'files' | 'egress' | 'jobs' | 'log' | 'secrets' | 'mail'
  > {
  readonly audience: Audience
  readonly declared: Pick<Declared, 'cards'>
}
