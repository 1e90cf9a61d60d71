/** A metric of the catalogue, and short ways to write expressions down. */
import type { Message } from '#base/i18n/messages.ts'
import type { Happening } from '#modules/audience/api.ts'
import { leftGroup } from '../belonging.ts'
import type { Counted, EventsExpression, Expression, MetricUnit, PeopleExpression } from '../metric.ts'

export interface Entry {
  readonly key: string
  readonly name: Message
  /** 口径: how it is worked out. What is left out and where it comes from is said beside it by itself. */
  readonly formula: Message
  readonly how: Expression
  readonly unit: MetricUnit
  readonly better: 'more' | 'less'
  /** Requirements that ask for it. */
  readonly ids: readonly string[]
}

export const entry = (
  key: string,
  name: readonly [zh: string, en: string],
  formula: readonly [zh: string, en: string],
  how: Expression,
  unit: MetricUnit,
  { ids = [], better = 'more' }: { readonly ids?: readonly string[]; readonly better?: 'more' | 'less' } = {},
): Entry => ({
  key,
  name: { zh: name[0], en: name[1] },
  formula: { zh: formula[0], en: formula[1] },
  how,
  unit,
  better,
  ids,
})

type Did = string | Happening
const did = (what: Did): Happening => (typeof what === 'string' ? { event: what } : what)

type More = Pick<EventsExpression, 'rolling' | 'by' | 'inside'>

const events = (counted: Counted, what: readonly Did[], more: More = {}): EventsExpression => {
  const [first, ...or] = what.map(did)
  return { kind: 'events', ...first!, ...(or.length > 0 ? { or } : {}), counted, ...more }
}
export const count = (what: readonly Did[], more?: More) => events({ of: 'count' }, what, more)
export const members = (what: readonly Did[], more?: More & { readonly atLeast?: number }) => {
  const { atLeast, ...rest } = more ?? {}
  return events({ of: 'members', ...(atLeast ? { atLeast } : {}) }, what, rest)
}
export const days = (what: readonly Did[], more?: More) => events({ of: 'days' }, what, more)
export const sum = (what: readonly Did[], more?: More) => events({ of: 'sum' }, what, more)
export const median = (what: readonly Did[], more?: More) => events({ of: 'percentile', p: 50 }, what, more)
export const people = (...who: PeopleExpression['who']): PeopleExpression => ({ kind: 'people', who })
/** Of those only who are members at the end of the bucket. */
export const present = (who: PeopleExpression): PeopleExpression => ({ ...who, inside: true })
export const ratio = (over: Expression, under: Expression): Expression => ({ kind: 'ratio', over, under })
export const formula = (text: string, of: Record<string, Expression>): Expression => ({
  kind: 'formula',
  formula: text,
  of,
})
export const metric = (key: string): Expression => ({ kind: 'metric', metric: key })
export const population = (at?: 'start'): Expression => ({ kind: 'population', ...(at ? { at } : {}) })
export const time = (unit: 'day' | 'week' | 'month'): Expression => ({ kind: 'time', unit })
export const anyone = { by: 'anyone' } as const
/** Above a share of the members of the community or a group: those of them who did it. */
export const inside = { inside: true } as const
/** Above a share of those who did something: those of them who did this too. */
export const whoDid = (what: Did, by?: 'anyone') =>
  ({ inside: { kind: 'did', ...did(what), ...(by ? { by } : {}) } }) as const
export { leftGroup }

export const is = (event: string, property: string, value: string): Happening => ({
  event,
  where: [{ property, test: { op: 'is', value } }],
})
export const atLeast = (event: string, of: string, value: number): Happening => ({
  event,
  where: [
    { property: 'kind', test: { op: 'is', value: of } },
    { property: 'value', test: { op: 'gte', value } },
  ],
})
