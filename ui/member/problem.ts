/**
 * What went wrong, as the screens see it. The API answers with problem details (RFC 9457); a request
 * that never arrived is `offline`. Everything a screen shows about an error comes from here.
 */
export interface FieldProblem {
  readonly path: string
  readonly message: string
}

export class RequestProblem extends Error {
  override name = 'RequestProblem'
  readonly status: number
  readonly code: string
  readonly fields: readonly FieldProblem[]
  readonly requestId: string | undefined
  /** Seconds to wait, from Retry-After. */
  readonly retryAfter: number | undefined

  constructor(about: {
    status: number
    code: string
    title: string
    fields?: readonly FieldProblem[] | undefined
    requestId?: string | undefined
    retryAfter?: number | undefined
  }) {
    super(about.title)
    this.status = about.status
    this.code = about.code
    this.fields = about.fields ?? []
    this.requestId = about.requestId
    this.retryAfter = about.retryAfter
  }

  /** The sentence for one input, found by its name whatever the path's prefix (`body.email`). */
  of(name: string): string | undefined {
    return this.fields.find(({ path }) => path === name || path.endsWith(`.${name}`))?.message
  }
}

export const isProblem = (error: unknown): error is RequestProblem => error instanceof RequestProblem
