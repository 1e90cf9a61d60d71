/** What the parts of engage are handed. */
import type { Parts } from '#base/parts.ts'
import type { Sources } from './sources.ts'

export interface EngageParts
  extends Pick<Parts, 'config' | 'connection' | 'egress' | 'jobs' | 'live' | 'log' | 'mail' | 'secrets'> {
  readonly sources: Sources
}
