/** What the routes and jobs of identity work with: the parts, the sign-in library, and what others told us. */
import type { Parts } from '#base/parts.ts'
import type { Engine } from './engine.ts'
import type { IdentityOptions } from './options.ts'

export interface Identity {
  readonly parts: Parts
  readonly engine: Engine
  readonly options: IdentityOptions
}
