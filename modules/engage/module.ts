import type { Declared } from '#base/declarations/declared.ts'
import { defineModule } from '#base/module.ts'
import type { Parts } from '#base/parts.ts'

/** 触达: what members are told, where and when. */
export const engageModule = (_parts: Parts, _declared: Pick<Declared, 'notices'>) =>
  defineModule({ name: 'engage' })
