import type { Declared } from '#base/declarations/declared.ts'
import { defineModule } from '#base/module.ts'
import type { Parts } from '#base/parts.ts'

/** Who works here: departments, tasks, the calendar of work, and Today's queue over all modules. */
export const teamModule = (_parts: Pick<Parts, 'connection'>, _declared: Pick<Declared, 'work'>) =>
  defineModule({ name: 'team' })
