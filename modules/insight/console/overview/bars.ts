/** The bars of the waterfall. */
import type { Overview } from '../../overview/question.ts'
import { axisFloor } from './north.ts'

/** Bars of their own; all others stand together. */
export const mostBars = 4

export interface Bar {
  readonly name: string
  readonly from: number
  readonly to: number
  readonly kind: 'total' | 'more' | 'less'
}

/** The bars of the waterfall: the week compared with, the largest moves, the rest, the latest week. */
export function barsOf(
  { now, before, contributors }: Overview['change'],
  names: { readonly before: string; readonly now: string; readonly rest: string },
): Bar[] {
  const shown = contributors.filter(({ change }) => change !== 0).slice(0, mostBars)
  const rest = now - before - shown.reduce((sum, { change }) => sum + change, 0)
  const bars: Bar[] = [{ name: names.before, from: 0, to: before, kind: 'total' }]
  let level = before
  for (const { label, change } of [...shown, ...(rest === 0 ? [] : [{ label: names.rest, change: rest }])]) {
    bars.push({ name: label, from: level, to: level + change, kind: change > 0 ? 'more' : 'less' })
    level += change
  }
  return [...bars, { name: names.now, from: 0, to: now, kind: 'total' }]
}

/** Where the bars are cut off below, so that the moves can be seen. */
export const floorOf = (bars: readonly Bar[]) =>
  axisFloor(bars.flatMap(({ from, to, kind }) => (kind === 'total' ? [to] : [from, to])))
