/** `docs/generated/configuration.md`: every variable, from the one schema. */
import type { z } from 'zod'
import { configSchema } from '#base/config/config.ts'
import { table } from './table.ts'

export function configurationDocument(): string {
  const rows = Object.entries(configSchema.shape).map(([name, schema]) => [
    `\`${name}\``,
    fallbackOf(schema),
    (schema as z.ZodType).description ?? '',
  ])
  return `# Configuration

From the environment or \`.env\`; a bad value stops the start with its name and the remedy.

${table(['variable', 'default', 'what'], rows)}`
}

/** What the schema makes of nothing, as it would be written in \`.env\`. */
function fallbackOf(schema: unknown): string {
  const { success, data } = (schema as z.ZodType).safeParse(undefined)
  if (!success || data === undefined) return ''
  return `\`${Array.isArray(data) ? data.join(',') : String(data)}\``.replace('``', '')
}
