/** A metric under construction: expressions as the builder edits them. */
import type { EventsExpression, Expression } from '../../metrics/metric.ts'

export type Shape = 'one' | 'ratio' | 'formula'

export const letters = 'abcdefgh'

export const noEvent: EventsExpression = { kind: 'events', event: '', counted: { of: 'members' } }

export const shapeOf = (how: Expression): Shape =>
  how.kind === 'ratio' ? 'ratio' : how.kind === 'formula' ? 'formula' : 'one'

/** The same in another shape: what was there stays as the first part. */
export function reshape(how: Expression, shape: Shape): Expression {
  if (shapeOf(how) === shape) return how
  const parts = partsOf(how)
  const [first = noEvent, second = { kind: 'population' } as const] = parts
  switch (shape) {
    case 'one':
      return first
    case 'ratio':
      return { kind: 'ratio', over: first, under: second }
    case 'formula':
      return { kind: 'formula', formula: 'a / b', of: { a: first, b: second } }
  }
}

export function partsOf(how: Expression): Expression[] {
  switch (how.kind) {
    case 'ratio':
      return [how.over, how.under]
    case 'formula':
      return Object.keys(how.of)
        .sort()
        .map((letter) => how.of[letter]!)
    default:
      return [how]
  }
}

/** Whether every part knows what it counts, so that it can be asked. */
export function isFinished(how: Expression): boolean {
  switch (how.kind) {
    case 'events':
      return how.event !== '' && (how.or ?? []).every(({ event }) => event !== '')
    case 'returning':
      return how.first.event !== '' && how.again.event !== ''
    case 'metric':
      return how.metric !== ''
    case 'formula':
      return how.formula.trim() !== '' && partsOf(how).every(isFinished)
    case 'ratio':
      return partsOf(how).every(isFinished)
    default:
      return true
  }
}

/** The unit that most likely fits. */
export function unitOf(how: Expression) {
  switch (how.kind) {
    case 'ratio':
    case 'returning':
      return 'share' as const
    case 'events':
      return how.counted.of === 'members'
        ? ('members' as const)
        : how.counted.of === 'count'
          ? ('times' as const)
          : ('number' as const)
    case 'people':
    case 'stock':
    case 'population':
      return 'members' as const
    default:
      return 'number' as const
  }
}
