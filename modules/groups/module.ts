import { defineModule } from '#base/module.ts'
import type { Parts } from '#base/parts.ts'
import type { Audience } from '#modules/audience/api.ts'

/** 社群: what they are for, who may enter, how one rises, leaves and comes back. */
export const groupsModule = (_parts: Pick<Parts, 'connection'>, _audience: Audience) =>
  defineModule({ name: 'groups' })
