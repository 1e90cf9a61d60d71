/** From a request to the input of its handler: parameters, query and body, parsed by the declared schemas. */
import type { z } from 'zod'
import { type Locale, render } from '../i18n/messages.ts'
import { checkType, isStorable, parseJson, readBytes, refuseEncoding, unstorable } from './body.ts'
import type { Incoming } from './incoming.ts'
import { issueMessages } from './issues.messages.ts'
import { fieldProblems } from './issues.ts'
import { type FieldProblem, problems } from './problem.ts'
import type { AnyRoute } from './route.ts'
import { strictly } from './strict.ts'

export const defaultMaxBody = 256 * 1024
const json = ['application/json'] as const

/** What a handler is given, its types known only to the route. */
interface ParsedInput {
  readonly params: unknown
  readonly query: unknown
  readonly body: unknown
  readonly request: Incoming
}

/** Reads the bytes of a request's body when its route declares a schema for it. */
export type ReadBody = (incoming: Incoming) => Promise<Uint8Array> | undefined

export interface InputReader {
  readonly readBody: ReadBody
  /** Throws `invalidInput` naming every field that is wrong. */
  parse(
    incoming: Incoming,
    params: Record<string, string>,
    bytes: Uint8Array | undefined,
    locale: Locale,
  ): ParsedInput
}

/** Prepares the schemas of a route once. */
export function inputReader(route: AnyRoute): InputReader {
  const paramsSchema: z.ZodObject | undefined = route.params && strictly(route.params)
  const querySchema: z.ZodObject | undefined = route.query && strictly(route.query)
  const bodySchema: z.ZodType | undefined = route.body && strictly(route.body)
  const types: readonly string[] = route.types ?? json
  const max: number = route.maxBody ?? defaultMaxBody
  const lists = new Set(
    Object.entries(route.query?.shape ?? {})
      .filter(([, schema]) => isList(schema as z.ZodType))
      .map(([name]) => name),
  )

  const takesNothing = !paramsSchema && !querySchema && !bodySchema

  return {
    readBody(incoming) {
      if (!bodySchema) return undefined
      checkType(incoming.header('content-type'), types)
      refuseEncoding(incoming.header('content-encoding'))
      return readBytes(incoming.raw, incoming.header('content-length'), max)
    },
    parse(incoming, params, bytes, locale) {
      const search = searchOf(incoming.raw.url)
      if (takesNothing && search === '')
        return { params: empty, query: empty, body: undefined, request: incoming }
      const wrong: FieldProblem[] = []
      const check = (schema: z.ZodType, value: unknown, root: string): unknown => {
        const parsed = schema.safeParse(value, { reportInput: true })
        if (parsed.success) return parsed.data
        wrong.push(...fieldProblems(parsed.error.issues, root, locale))
        return undefined
      }
      const input = {
        request: incoming,
        params: paramsSchema ? check(paramsSchema, storable(params), 'path') : {},
        query: querySchema
          ? check(querySchema, readQuery(search, lists, wrong, locale), 'query')
          : noQuery(search, wrong, locale),
        body: bodySchema ? check(bodySchema, parseJson(bytes ?? new Uint8Array()), 'body') : undefined,
      }
      if (wrong.length > 0) throw problems.invalidInput({ values: { count: wrong.length }, fields: wrong })
      return input
    },
  }
}

function isList(schema: z.ZodType): boolean {
  const def = schema._zod.def as { type: string; innerType?: z.ZodType; in?: z.ZodType }
  if (def.type === 'array') return true
  const next = def.innerType ?? def.in
  return next ? isList(next) : false
}

const searchOf = (url: string): string => {
  const at = url.indexOf('?')
  return at < 0 ? '' : url.slice(at + 1)
}

const empty = Object.freeze({})

function noQuery(search: string, wrong: FieldProblem[], locale: Locale): unknown {
  if (search !== '')
    for (const name of new URLSearchParams(search).keys())
      wrong.push({ path: `query.${name}`.slice(0, 200), message: render(issueMessages.unknown, locale) })
  return empty
}

function readQuery(
  search: string,
  lists: ReadonlySet<string>,
  wrong: FieldProblem[],
  locale: Locale,
): Record<string, unknown> {
  if (search === '') return {}
  const query: Record<string, unknown> = Object.create(null)
  for (const [name, value] of new URLSearchParams(search)) {
    if (!isStorable(value) || !isStorable(name)) throw unstorable()
    if (lists.has(name)) {
      const values = query[name] as string[] | undefined
      if (values) values.push(value)
      else query[name] = [value]
    } else if (name in query)
      wrong.push({ path: `query.${name}`.slice(0, 200), message: render(issueMessages.twice, locale) })
    else query[name] = value
  }
  return { ...query }
}

function storable(params: Record<string, string>): Record<string, string> {
  for (const name in params) if (!isStorable(params[name]!)) throw unstorable()
  return params
}
