/** The fields that modules declare, and their values in the one form that both evaluators compare. */
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import type { Declared } from '#base/declarations/declared.ts'
import type { Field, FieldSource, FieldType, FieldValue } from '#base/declarations/fields.ts'

/** A value that is known: texts (never empty), or a number (flags 1 and 0, moments in milliseconds). */
export type Known = readonly string[] | number

/** Known values of a member, by field key with `:of` behind it. */
export type Values = ReadonlyMap<string, Known>

export interface KnownFields {
  all(ctx: Ctx): Promise<readonly Field[]>
  /** Those of the keys that are declared. */
  find(ctx: Ctx, keys: readonly string[]): Promise<ReadonlyMap<string, Field>>
  /** Values of members; only of the sources that these keys come from, or of all. Everybody has an entry. */
  read(ctx: Ctx, memberIds: readonly Id[], keys?: readonly string[]): Promise<ReadonlyMap<Id, Values>>
}

/**
 * How long descriptions are believed by whoever names keys or shows them: operators add fields rarely, and a key that
 * is missing is looked for at once. Who reads all values never believes them: a copy without the field of a moment ago
 * would stay without it.
 */
const believedMs = 1_000

interface Described {
  readonly source: FieldSource
  readonly fields: readonly Field[]
}

export function openFields(declared: Pick<Declared, 'fields'>): KnownFields {
  let known: { readonly at: number; readonly described: readonly Described[] } | undefined

  async function describe(ctx: Ctx, needed: readonly string[] = []): Promise<readonly Described[]> {
    const fresh = known && performance.now() - known.at < believedMs
    if (known && fresh && needed.every((key) => has(known!.described, key))) return known.described
    return await describeAfresh(ctx)
  }

  async function describeAfresh(ctx: Ctx): Promise<readonly Described[]> {
    const described: Described[] = []
    // One after the other: in a transaction they share a connection anyway.
    for (const source of declared.fields()) described.push({ source, fields: await source.describe(ctx) })
    // What a transaction sees may never be: others are not told of it.
    if (!ctx.db.isTransaction) known = { at: performance.now(), described }
    return described
  }

  return {
    all: async (ctx) => (await describe(ctx)).flatMap(({ fields }) => fields),
    async find(ctx, keys) {
      const wanted = new Set(keys)
      const described = await describe(ctx, keys)
      return new Map(
        described
          .flatMap(({ fields }) => fields)
          .filter(({ key }) => wanted.has(key))
          .map((field) => [field.key, field]),
      )
    },
    async read(ctx, memberIds, keys) {
      const found = new Map(memberIds.map((id) => [id, new Map<string, Known>()]))
      // Sources are never asked about nobody: their lists of ids are not empty.
      if (memberIds.length === 0) return found
      for (const { source, fields } of keys ? await describe(ctx, keys) : await describeAfresh(ctx)) {
        if (keys && !fields.some(({ key }) => keys.includes(key))) continue
        const types = new Map(fields.map(({ key, type }) => [key, type]))
        for (const [id, values] of await source.read(ctx, memberIds)) {
          const mine = found.get(id)
          if (!mine) continue
          for (const [name, value] of Object.entries(values)) {
            const type = types.get(name.split(':', 1)[0]!)
            const one = type && knownValue(type, value)
            if (one !== undefined) mine.set(name, one)
          }
        }
      }
      return found
    },
  }
}

const has = (described: readonly Described[], key: string) =>
  described.some(({ fields }) => fields.some((field) => field.key === key))

/** A value as it is compared; undefined when it is not known, or not of the type that was declared. */
export function knownValue(type: FieldType, value: FieldValue | undefined): Known | undefined {
  switch (type) {
    case 'text':
    case 'choice':
      return typeof value === 'string' && value !== '' ? [value] : undefined
    case 'day':
      return typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) ? [value] : undefined
    case 'choices': {
      const texts = Array.isArray(value) ? [...new Set(value.filter((each) => each !== ''))].sort() : []
      return texts.length > 0 ? texts : undefined
    }
    case 'number':
    case 'money':
    case 'date':
      return typeof value === 'number' && Number.isFinite(value) ? value : undefined
    case 'flag':
      return typeof value === 'boolean' ? Number(value) : undefined
  }
}

/** The name under which the value of a field stands. */
export const valueName = ({ field, of }: { readonly field: string; readonly of?: string | undefined }) =>
  of === undefined ? field : `${field}:${of}`
