import type { Declared } from '#base/declarations/declared.ts'
import { defineModule } from '#base/module.ts'
import type { Parts } from '#base/parts.ts'

/** Search: one index over what every module says can be found. */
export const searchModule = (_parts: Parts, _declared: Pick<Declared, 'searchable'>) =>
  defineModule({ name: 'search' })
