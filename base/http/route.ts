/**
 * A route, declared once: what it takes, what it answers, who may call it and how often. The HTTP
 * server, the OpenAPI document, the generated client, the access test and `docs/generated/routes.md`
 * are all made from this value.
 */
import type { z } from 'zod'
import type { Access } from '../access/access.ts'
import type { Ctx } from '../context.ts'
import type { RequestInfo } from './request.ts'

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete'

/**
 * How often one caller may call. The key is the account (or API key) and the address (/64 for IPv6);
 * `exact` limits are counted in PostgreSQL across all processes at once, the others per process and
 * settled between processes each second.
 */
export interface Limit {
  readonly max: number
  readonly perSeconds: number
  /** All callers together. */
  readonly globalMax?: number
  readonly exact?: boolean
}

export interface RouteSpec<
  P extends z.ZodObject | undefined,
  Q extends z.ZodObject | undefined,
  B extends z.ZodType | undefined,
  R extends z.ZodType | undefined,
> {
  readonly method: Method
  /** `/api/members/{id}`: OpenAPI form. */
  readonly path: string
  /** Plain verb phrase for the reference: "List members". */
  readonly summary: string
  readonly tag: string
  readonly access: Access
  /** Default by method: reads 600 a minute, writes 120 a minute. */
  readonly limit?: Limit
  /** `required` for everything that creates value; `honoured` (the default of POST) for the rest. */
  readonly idempotency?: 'required' | 'honoured' | 'none'
  /** Largest body in bytes; default 256 KiB. */
  readonly maxBody?: number
  /**
   * Content types it takes; default `application/json`. With a `body` schema the content is parsed as
   * JSON whatever its type; without one the handler reads `request.raw`.
   */
  readonly types?: readonly string[]
  /** Other origins whose pages may call it, without cookies; `*` for any. */
  readonly cors?: readonly string[]
  /** Longest time for an answer; default 30. */
  readonly seconds?: number
  readonly params?: P
  readonly query?: Q
  readonly body?: B
  /** Schema of the answer; without one the answer is 204. `raw` handlers return a Response of their own. */
  readonly answer?: R
  readonly status?: 200 | 201 | 202
  /** Kept out of the public reference (internal pages of our own apps). */
  readonly hidden?: boolean
}

export interface Input<P, Q, B> {
  readonly params: P
  readonly query: Q
  readonly body: B
  readonly request: RequestInfo
}

type Out<T> = T extends z.ZodType ? z.output<T> : undefined
type In<T> = T extends z.ZodType ? z.input<T> : undefined

export interface Route<
  P extends z.ZodObject | undefined = z.ZodObject | undefined,
  Q extends z.ZodObject | undefined = z.ZodObject | undefined,
  B extends z.ZodType | undefined = z.ZodType | undefined,
  R extends z.ZodType | undefined = z.ZodType | undefined,
> extends RouteSpec<P, Q, B, R> {
  readonly handle: (ctx: Ctx, input: Input<Out<P>, Out<Q>, Out<B>>) => Promise<In<R> | Response>
}

/** Any declared route, whatever its schemas. */
// biome-ignore lint/suspicious/noExplicitAny: routes of different shapes live in one list; each was checked where it was declared
export type AnyRoute = Route<any, any, any, any>

export function route<
  P extends z.ZodObject | undefined = undefined,
  Q extends z.ZodObject | undefined = undefined,
  B extends z.ZodType | undefined = undefined,
  R extends z.ZodType | undefined = undefined,
>(
  spec: RouteSpec<P, Q, B, R>,
  handle: (ctx: Ctx, input: Input<Out<P>, Out<Q>, Out<B>>) => Promise<In<R> | Response>,
): Route<P, Q, B, R> {
  return { ...spec, handle }
}
