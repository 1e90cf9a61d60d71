import type { BoundSql } from '../../audience.ts'

/** A statement that can stand beside others: its parameters get names of their own. */
export function apart({ sql, params }: BoundSql, name: string): BoundSql {
  const renamed = Object.fromEntries(Object.entries(params).map(([key, value]) => [`${name}_${key}`, value]))
  return { sql: sql.replace(/\{(\w+):/g, (_, key) => `{${name}_${key}:`), params: renamed }
}
