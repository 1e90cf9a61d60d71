import { expectTypeOf, it } from 'vitest'
import type { components } from '#ui/api.generated.ts'
import type { Condition } from './condition.ts'

/** All the way down read-only, as screens hold it. */
type Held<T> = T extends object ? { readonly [K in keyof T]: Held<T[K]> } : T
type Declared = Held<components['schemas']['Condition']>

it('takes what the API gives', () => {
  expectTypeOf<Declared>().toExtend<Condition>()
})
