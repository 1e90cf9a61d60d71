/** Turns an answer of the generated client into its data, or throws a `RequestProblem`. */
import { type FieldProblem, RequestProblem } from './problem.ts'

interface Answer<T> {
  data?: T
  error?: unknown
  response: Response
}

interface ProblemBody {
  code?: unknown
  title?: unknown
  fields?: unknown
  requestId?: unknown
}

export async function ask<T>(request: Promise<Answer<T>>): Promise<T> {
  let answer: Answer<T>
  try {
    answer = await request
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause
    throw new RequestProblem({ status: 0, code: 'offline', title: 'offline' })
  }
  if (answer.response.ok) return answer.data as T
  throw readProblem(answer.error, answer.response)
}

/** Reads problem details; an answer in another form (a proxy's page) still becomes a problem with its status. */
export function readProblem(body: unknown, response: Response): RequestProblem {
  const { code, title, fields, requestId }: ProblemBody =
    typeof body === 'object' && body !== null ? body : {}
  const wait = Number(response.headers.get('retry-after'))
  return new RequestProblem({
    status: response.status,
    code: typeof code === 'string' ? code : `http_${response.status}`,
    title: typeof title === 'string' ? title : `HTTP ${response.status}`,
    fields: Array.isArray(fields) ? (fields as FieldProblem[]) : [],
    requestId:
      typeof requestId === 'string' ? requestId : (response.headers.get('x-request-id') ?? undefined),
    retryAfter: Number.isFinite(wait) && wait > 0 ? wait : undefined,
  })
}
