/**
 * Arrays of what holds nothing to escape, as PostgreSQL reads them. The driver looks for quotes in every element, and
 * writes moments with the clock of the machine; for thousands of rows that is most of what sending them costs.
 */
import type { Id } from '../access/actor.ts'

export const numbers = (values: readonly (number | Id | null)[]): string =>
  `{${values.map((value) => value ?? 'NULL').join(',')}}`

/** Moments in milliseconds. */
export const moments = (values: readonly (number | null)[]): string =>
  `{${values.map((at) => (at === null ? 'NULL' : new Date(at).toISOString())).join(',')}}`
