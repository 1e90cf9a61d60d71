/**
 * Makes a declared schema refuse what it does not name. Zod drops unknown properties silently; here a
 * caller who sends `role` or `id` is told so instead. Works by rebuilding objects, at start, not per request.
 */
import { z } from 'zod'

type Def = z.core.$ZodTypeDef & Record<string, unknown>

const isSchema = (value: unknown): value is z.ZodType =>
  typeof value === 'object' && value !== null && '_zod' in value

/** Parts of a definition that hold other schemas of what arrives (a pipe's `out` sees transformed values). */
const inner: Partial<Record<string, readonly string[]>> = {
  array: ['element'],
  optional: ['innerType'],
  nullable: ['innerType'],
  default: ['innerType'],
  prefault: ['innerType'],
  nonoptional: ['innerType'],
  readonly: ['innerType'],
  catch: ['innerType'],
  record: ['valueType'],
  tuple: ['items', 'rest'],
  union: ['options'],
  pipe: ['in'],
}

/** The same schema, refusing unknown properties at every depth. Records and declared catch-alls stay open. */
export function strictly<T extends z.ZodType>(schema: T): T {
  const made = new Map<z.ZodType, z.ZodType>()
  const visit = (one: z.ZodType): z.ZodType => {
    const known = made.get(one)
    if (known) return known
    made.set(one, one)
    const result = rebuild(one, visit)
    made.set(one, result)
    return result
  }
  return visit(schema) as T
}

function rebuild(schema: z.ZodType, visit: (schema: z.ZodType) => z.ZodType): z.ZodType {
  const def = schema._zod.def as Def
  if (def.type === 'object') {
    const shape = def.shape as Record<string, z.ZodType>
    const strict = Object.fromEntries(Object.entries(shape).map(([key, value]) => [key, visit(value)]))
    return copy(schema, { ...def, shape: strict, catchall: def.catchall ?? z.never() })
  }
  const changed: Record<string, unknown> = {}
  for (const key of inner[def.type] ?? []) {
    const value = def[key]
    if (isSchema(value)) {
      const next = visit(value)
      if (next !== value) changed[key] = next
    } else if (Array.isArray(value)) {
      const next = value.map((each: z.ZodType) => visit(each))
      if (next.some((each, index) => each !== value[index])) changed[key] = next
    }
  }
  return Object.keys(changed).length > 0 ? copy(schema, { ...def, ...changed }) : schema
}

/** A copy with another definition that keeps checks, and the metadata of the original. */
function copy(schema: z.ZodType, def: Def): z.ZodType {
  const result = z.core.clone(schema as z.ZodType, def as never)
  const meta = z.globalRegistry.get(schema)
  if (meta) {
    const { id: _, ...rest } = meta
    z.globalRegistry.add(result, rest)
  }
  return result
}
