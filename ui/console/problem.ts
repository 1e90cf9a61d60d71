/** What the API says when it cannot do something, as an error that screens can show. */
import { defineMessages, type Locale, render } from '#base/i18n/messages.ts'

const words = defineMessages({
  offline: {
    zh: '连不上服务器，请检查网络后重试',
    en: 'The server cannot be reached; check the connection and try again',
  },
  broken: {
    zh: '这里没能显示出来（{reason}）',
    en: 'This could not be shown ({reason})',
  },
  unreadable: {
    zh: '服务器的回答无法识别（{status}），请稍后重试',
    en: 'The server’s answer cannot be read ({status}); try again shortly',
  },
})

export interface FieldProblem {
  /** `body.name` */
  readonly path: string
  readonly message: string
}

export class ApiProblem extends Error {
  override name = 'ApiProblem'
  readonly status: number
  readonly code: string
  readonly fields: readonly FieldProblem[]
  readonly requestId: string | undefined

  constructor(
    status: number,
    body: { code?: string; title?: string; fields?: readonly FieldProblem[]; requestId?: string },
  ) {
    super(body.title ?? body.code ?? String(status))
    this.status = status
    this.code = body.code ?? `http_${status}`
    this.fields = body.fields ?? []
    this.requestId = body.requestId
  }
}

const currentLocale = (): Locale => (document.documentElement.lang.startsWith('en') ? 'en' : 'zh-CN')

interface Answer<T> {
  readonly data?: T
  readonly error?: unknown
  readonly response: Response
}

/** The answer of a call, or the problem thrown. A type given for `T` is checked against what the route declares. */
export async function take<T = void>(call: Promise<Answer<T>>): Promise<T> {
  let answer: Answer<T>
  try {
    answer = await call
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause
    throw new ApiProblem(0, { code: 'offline', title: render(words.offline, currentLocale()) })
  }
  const { response, error, data } = answer
  if (response.ok) return data as T
  if (error && typeof error === 'object') throw new ApiProblem(response.status, error)
  throw new ApiProblem(response.status, {
    title: render(words.unreadable, currentLocale(), { status: String(response.status) }),
    requestId: response.headers.get('x-request-id') ?? undefined,
  })
}

/** The problem in an unknown error; programming errors become one too, so that a screen never goes blank. */
export const asProblem = (error: unknown): ApiProblem =>
  error instanceof ApiProblem
    ? error
    : new ApiProblem(0, {
        code: 'screen_error',
        title: render(words.broken, currentLocale(), {
          reason: error instanceof Error ? error.message : String(error),
        }),
      })
