/** Values for a JSON Schema of our OpenAPI document: mostly such as it asks for, sometimes not at all. */
import fc from 'fast-check'

export interface JsonSchema {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly format?: string
  readonly pattern?: string
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly minItems?: number
  readonly maxItems?: number
  readonly items?: JsonSchema
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: boolean | JsonSchema
  readonly anyOf?: readonly JsonSchema[]
  readonly oneOf?: readonly JsonSchema[]
  readonly allOf?: readonly JsonSchema[]
}

/** Strings that have broken programs before. */
export const hostileText = fc.constantFrom(
  '', ' ', '0', '-1', '9223372036854775808', '1e309', 'null', 'undefined', 'NaN', '__proto__', 'constructor',
  "' or 1=1 --", '"; drop table account; --', '$(7*7)', '{{7*7}}', '../../etc/passwd', '%00', '%s%n', '\r\nSet-Cookie: a=b',
  '<script>alert(1)</script>', '👩‍👩‍👧‍👦', '\u202e\u200b', 'ﷺ', '٣', '２０２６-１１-１９', '2026-02-30', '0000-00-00',
  '+275760-09-13T00:00:00Z', '2026-11-19T25:61:61Z', 'a'.repeat(300), '咖'.repeat(2_000),
) // biome-ignore format: a list

const hostileValue = fc.oneof(
  hostileText,
  fc.constantFrom(null, true, false, 0, -1, 1.5, 1e308, -1e308, 2 ** 53, [], {}, [[]], { a: 1 }, [null]),
  fc.jsonValue({ maxDepth: 2 }),
)

/** How deep a schema that refers to itself is followed; below that only its branches that end. */
const deepest = 2

/** `resolve` finds what a `$ref` names. */
export function valuesOf(
  schema: JsonSchema,
  resolve: (ref: string) => JsonSchema,
  depth = 0,
): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 6, arbitrary: fitting(schema, resolve, depth) },
    { weight: 1, arbitrary: hostileValue },
  )
}

const ending = (schema: JsonSchema): JsonSchema =>
  schema.anyOf
    ? { ...schema, anyOf: schema.anyOf.filter((branch) => !JSON.stringify(branch).includes('$ref')) }
    : schema

function fitting(
  schema: JsonSchema,
  resolve: (ref: string) => JsonSchema,
  depth: number,
): fc.Arbitrary<unknown> {
  if (schema.$ref) {
    const named = resolve(schema.$ref)
    return fitting(depth < deepest ? named : ending(named), resolve, depth + 1)
  }
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  const branches = schema.anyOf ?? schema.oneOf ?? schema.allOf
  if (branches) return fc.oneof(...branches.map((branch) => fitting(branch, resolve, depth)))
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type
  switch (type) {
    case 'object':
      return fittingObject(schema, resolve, depth)
    case 'array':
      return fc.array(valuesOf(schema.items ?? {}, resolve, depth), {
        minLength: Math.min(schema.minItems ?? 0, 5),
        maxLength: Math.min(schema.maxItems ?? 5, 5),
      })
    case 'integer':
      return fc.integer({
        min: Math.max(schema.minimum ?? -100, -(2 ** 31)),
        max: Math.min(schema.maximum ?? 1_000, 2 ** 31 - 1),
      })
    case 'number':
      return fc.double({ min: schema.minimum ?? -100, max: schema.maximum ?? 1_000, noNaN: true })
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    case 'string':
      return fittingText(schema)
    default:
      return fc.jsonValue({ maxDepth: 2 })
  }
}

function fittingText(schema: JsonSchema): fc.Arbitrary<string> {
  switch (schema.format) {
    case 'email':
      return fc.constantFrom('lin@example.com', '小满@例子.中国', 'a+b@example.org', 'A@EXAMPLE.COM')
    case 'date-time':
      return fc.date({ noInvalidDate: true }).map((date) => date.toISOString())
    case 'date':
      return fc
        .date({ noInvalidDate: true, min: new Date('0001-01-01'), max: new Date('9999-12-31') })
        .map((date) => date.toISOString().slice(0, 10))
    case 'uri':
      return fc.webUrl()
    case 'uuid':
      return fc.uuid()
  }
  if (schema.pattern?.includes('[1-9]\\d')) return fc.bigInt({ min: 1n, max: 10n ** 19n }).map(String)
  return fc.oneof(
    fc.string({
      minLength: schema.minLength ?? 0,
      maxLength: Math.min(schema.maxLength ?? 60, 200),
      unit: 'binary',
    }),
    fc.constantFrom('山丘咖啡', 'Asia/Shanghai', 'zh-CN', '1', 'members.read', '2026-11-19'),
    hostileText,
  )
}

function fittingObject(
  schema: JsonSchema,
  resolve: (ref: string) => JsonSchema,
  depth: number,
): fc.Arbitrary<unknown> {
  const shape = Object.fromEntries(
    Object.entries(schema.properties ?? {}).map(([name, property]) => [
      name,
      valuesOf(property, resolve, depth),
    ]),
  )
  const required = (schema.required ?? []).filter((name) => name in shape)
  const known = fc.record(shape, { requiredKeys: required })
  if (schema.additionalProperties === false || schema.additionalProperties === undefined) return known
  return fc
    .tuple(
      known,
      fc.dictionary(fc.string({ minLength: 1, maxLength: 12 }), fc.jsonValue({ maxDepth: 1 }), {
        maxKeys: 3,
      }),
    )
    .map(([fixed, free]) => ({ ...free, ...fixed }))
}
