import { defineModule } from '#base/module.ts'
import type { Parts } from '#base/parts.ts'

/** 商品: what the brand sells, as posts recommend it. */
export const commerceModule = (_parts: Parts) => defineModule({ name: 'commerce' })
