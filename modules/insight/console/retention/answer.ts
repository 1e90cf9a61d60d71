/** What the screen of retention asks and is answered. */
import type { z } from 'zod'
import type { Definition, Happening } from '#ui/console/condition/condition.ts'
import type { retentionAnswer } from '../../retention/retention.ts'
import type { Breakdown, Range, Scope, Unit } from '../frame/question.ts'

export type RetentionAnswer = z.output<typeof retentionAnswer>

export interface RetentionQuestion {
  readonly range: Range
  readonly scope?: Scope
  readonly start: Happening
  readonly newcomers: boolean
  readonly again: Happening
  readonly unit: Unit
  readonly how: 'exact' | 'orLater' | 'within'
  readonly columns: number
  readonly brackets?: readonly number[] | undefined
  readonly breakdown?: Breakdown | undefined
  readonly goal?: { readonly column: number; readonly share: number } | undefined
  readonly versus?: { readonly range?: Range | undefined; readonly who?: Definition | undefined } | undefined
}

export const initial: RetentionQuestion = {
  range: { last: 12, unit: 'week' },
  start: { event: '*' },
  newcomers: true,
  again: { event: '*' },
  unit: 'week',
  how: 'exact',
  columns: 8,
}

export const isFinished = ({ start, again }: RetentionQuestion): boolean =>
  start.event !== '' && again.event !== ''

/** Columns as people call them. */
export type ColumnName = (column: number) => string

/** The last column of which a mean is known. */
export const lastKnown = (mean: RetentionAnswer['mean']): number =>
  mean.findLast(({ column, share }) => column > 0 && share !== null)?.column ?? 0
