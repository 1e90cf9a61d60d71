/**
 * The parts of a running process, handed to every module: `membersModule(parts)`. A module takes from
 * here what its handlers and jobs need beyond `ctx`. Each interface is small; the folder that
 * implements it may offer more to those who import it directly.
 */
import type { Readable } from 'node:stream'
import type { z } from 'zod'
import type { Actor, Id } from './access/actor.ts'
import type { Config } from './config/config.ts'
import type { Ctx } from './context.ts'
import type { Connection } from './db/database.ts'
import type { RequestInfo } from './http/request.ts'
import type { Locale } from './i18n/messages.ts'
import type { AnyJob, Job } from './jobs/job.ts'
import type { MailTemplate } from './mail/template.ts'
import type { Secrets } from './secrets.ts'

export interface Parts {
  readonly config: Config
  readonly secrets: Secrets
  readonly connection: Connection
  readonly warehouse: Warehouse
  readonly mail: Mail
  readonly files: Files
  readonly egress: Egress
  readonly live: Live
  readonly jobs: Jobs
  readonly log: Log
}

/** Structured log lines; `fields` never hold secrets (the writer redacts the usual names besides). */
export interface Log {
  debug(fields: object, message: string): void
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
  child(fields: object): Log
}

/** The warehouse; SQL is hand-written with bound parameters (`{from:DateTime64}`). What it holds can be made again. */
export interface Warehouse {
  /** Rows of a query. Throws `problems.warehouseUnavailable` when it cannot be reached, `problems.timeout` when it takes too long. */
  query<Row>(
    sql: string,
    params?: Record<string, unknown>,
    options?: {
      readonly signal?: AbortSignal
      readonly maxSeconds?: number
      readonly maxRows?: number
      readonly maxMemoryMiB?: number
    },
  ): Promise<Row[]>
  /** Adds rows to a table that the caller keeps besides the sink: all of them or none. Throws as `query` does. */
  insert(insert: {
    readonly table: string
    readonly columns: readonly [string, ...string[]]
    readonly rows: readonly object[]
  }): Promise<void>
  /** Whether it answers and how far behind the log it is; never throws. */
  status(): Promise<WarehouseStatus>
}

export interface WarehouseStatus {
  readonly state: 'ready' | 'degraded' | 'missing'
  /** Up to when the numbers are complete. */
  readonly freshTo?: Date
  readonly lagSeconds?: number
  /** Why it is not ready, for operators. */
  readonly reason?: string
}

export interface Mail {
  /**
   * Queues a mail in the transaction of `ctx`; it leaves once, after the commit. Throws
   * `problems.tooManyRequests` when the account that acts has sent too many; a recipient who got too
   * many gets none, silently, so that nobody learns whether an address is known here: what is of use `later` is held
   * until there is room, the rest is dropped.
   */
  send<V extends object>(
    ctx: Ctx,
    mail: {
      readonly to: string
      /** A template that the calling module declared with `defineMail`. */
      readonly template: MailTemplate<V>
      readonly locale: Locale
      readonly values: V
      /** The same key never sends twice. */
      readonly key?: string
      /** It is still of use in some hours, and nobody from outside can ask for it. */
      readonly later?: boolean
      /** Address that ends mails of this kind (https, one click): makes List-Unsubscribe and a footer link. */
      readonly unsubscribeUrl?: string
    },
  ): Promise<void>
}

export interface StoredFile {
  readonly id: Id
  readonly url: string
  readonly type: string
  /** Bytes. */
  readonly size: number
  readonly width?: number
  readonly height?: number
  /** How long a film plays. */
  readonly seconds?: number
}

export interface Files {
  /** Takes bytes that people sent: checked, images re-encoded without metadata, named by us. */
  put(
    ctx: Ctx,
    file: {
      readonly bytes: Uint8Array | Readable
      /** `avatar`, `logo`, `picture`, `attachment` or `export`; a module may put its name in front: `members.export`. */
      readonly purpose: string
      readonly name?: string
      readonly type?: string
      /** The account it belongs to; the one that acts when left out. Jobs act for nobody and name it. */
      readonly owner?: Id
    },
  ): Promise<StoredFile>
  /** A stored file's bytes, or undefined when there is none. */
  get(
    ctx: Ctx,
    id: Id,
    variant?: string,
  ): Promise<{ readonly file: StoredFile; readonly stream: Readable } | undefined>
  /** Public address of a file by its id, or undefined when there is none. */
  url(ctx: Ctx, id: Id, variant?: string): Promise<string | undefined>
  remove(ctx: Ctx, id: Id): Promise<void>
}

/** The only way out to other machines: checked at connect time, no redirects, bounded in size and time. */
export interface Egress {
  request(
    url: string,
    options?: {
      readonly method?: string
      readonly headers?: Record<string, string>
      readonly body?: string | Uint8Array
      /** Default 1 MiB. */
      readonly maxBytes?: number
      /** Default 5000. */
      readonly timeoutMs?: number
      /** Hosts an operator configured (`host` or `host:port`) that may be inside addresses. */
      readonly allow?: readonly string[]
    },
  ): Promise<{ readonly status: number; readonly headers: Headers; readonly body: Uint8Array }>
}

/** What a live subscriber is told. */
export type LiveEvent =
  | { readonly type: 'stale'; readonly keys: readonly (readonly string[])[] }
  | { readonly type: 'job'; readonly job: Record<string, unknown> }

export interface Live {
  /** Tells every process at commit of `ctx` that these query keys are stale. */
  publish(ctx: Ctx, keys: readonly (readonly string[])[]): Promise<void>
  /**
   * Calls back for what concerns the actor, until the returned function is called. `onEnd`: the right to
   * listen ended or must be proved again (session revoked, role changed); nothing comes after it.
   */
  subscribe(actor: Actor, onEvent: (event: LiveEvent) => void, onEnd?: () => void): () => void
}

export interface Jobs {
  /** Asks for a job in the transaction of `ctx`; the same `key` asks once. Resolves to the job's id. */
  enqueue<Input extends z.ZodObject>(
    ctx: Ctx,
    job: Job<Input>,
    input: z.input<Input>,
    options?: {
      readonly key?: string
      readonly startAfter?: Date
      /** Higher goes first; default 0. */
      readonly priority?: number
    },
  ): Promise<string>
  /** A job of this product by its name. */
  find(name: string): AnyJob | undefined
  /** When a five-field cron in a zone comes next after a moment. */
  nextRun(cron: string, zone: string, after: Date): Date | undefined
}

/** Who calls, as the authoriser found it. */
export interface Caller {
  readonly actor: Actor
  /** The language of the account, when it chose one; otherwise the request's header decides. */
  readonly locale?: Locale
  /** Whether a cookie proves it: such requests must come from our own pages (CSRF). */
  readonly byCookie: boolean
}

/** Finds out who calls, from cookies and headers. Called once for each request that a route takes. */
export type Authorise = (request: RequestInfo) => Promise<Caller> | Caller
