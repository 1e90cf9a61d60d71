import { defineModule } from '#base/module.ts'
import type { Parts } from '#base/parts.ts'
import type { Audience } from './audience.ts'

/** Who: conditions, segments, stages of life, RFM, personas. */
export const audienceModule = (_parts: Pick<Parts, 'connection' | 'warehouse'>, _audience: Audience) =>
  defineModule({ name: 'audience' })
