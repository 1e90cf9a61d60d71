/** Cutting figures by something: the value of each event or each member, and what those values are called. */
import type { BoundSql } from '#modules/audience/api.ts'

/** Values that are shown by themselves, the largest first; the rest stands together. */
export const mostValues = 12

export interface BrokenDown extends Pick<BoundSql, 'params'> {
  /**
   * `row`: `sql` is an expression over a row of `event`, a String. `member`: `sql` is a query of `m` and `value`,
   * where a member may have several values and those without any are missing.
   */
  readonly of: 'row' | 'member'
  readonly sql: string
  /** What values are called in the language of `ctx`; `''` is "not known". */
  readonly labels: (values: readonly string[]) => Promise<ReadonlyMap<string, string>>
}
