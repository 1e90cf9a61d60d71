/**
 * Errors as people and programs meet them: RFC 9457 problem details with a stable `code`, a sentence
 * in the caller's language and, for input, the fields that are wrong. A module lists its problems in
 * one file with `defineProblems` and throws them; nothing else decides a status.
 */
import { type Locale, type Message, render, type Values } from '../i18n/messages.ts'

export interface ProblemKind {
  readonly status:
    | 400
    | 401
    | 403
    | 404
    | 405
    | 408
    | 409
    | 410
    | 413
    | 415
    | 422
    | 423
    | 428
    | 429
    | 431
    | 500
    | 502
    | 503
    | 504
  readonly message: Message
}

export interface FieldProblem {
  /** Where: `body.name`, `query.limit`. */
  readonly path: string
  /** What is wrong and how to mend it, in the caller's language. */
  readonly message: string
}

export interface ProblemOptions {
  readonly values?: Values
  readonly fields?: readonly FieldProblem[]
  /** Seconds, for Retry-After. */
  readonly retryAfter?: number
  readonly cause?: unknown
}

export class Problem extends Error {
  override name = 'Problem'
  readonly code: string
  readonly kind: ProblemKind
  readonly options: ProblemOptions

  constructor(code: string, kind: ProblemKind, options: ProblemOptions = {}) {
    super(`${code}: ${render(kind.message, 'en', options.values)}`, { cause: options.cause })
    this.code = code
    this.kind = kind
    this.options = options
  }

  /** The body of an `application/problem+json` answer. */
  toJSON(locale: Locale, requestId: string) {
    return {
      type: `urn:juluo:problem:${this.code}`,
      status: this.kind.status,
      code: this.code,
      title: render(this.kind.message, locale, this.options.values),
      ...(this.options.fields ? { fields: this.options.fields } : {}),
      requestId,
    }
  }
}

/**
 * Turns a table of problem kinds into constructors: `problems.groupFull({ values: { name } })`.
 * The code is the key in snake case.
 */
export function defineProblems<T extends Record<string, ProblemKind>>(kinds: T) {
  return Object.fromEntries(
    Object.entries(kinds).map(([key, kind]) => [
      key,
      (options?: ProblemOptions) =>
        new Problem(
          key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
          kind,
          options,
        ),
    ]),
  ) as { readonly [K in keyof T]: (options?: ProblemOptions) => Problem }
}

/** Problems that any route may have. */
export const problems = defineProblems({
  invalidInput: {
    status: 422,
    message: {
      zh: '提交的内容有 {count} 处需要修改',
      en: '{count|One field needs|{count} fields need} attention',
    },
  },
  malformed: {
    status: 400,
    message: { zh: '请求格式不正确：{reason}', en: 'The request cannot be read: {reason}' },
  },
  signInRequired: { status: 401, message: { zh: '请先登录', en: 'Please sign in first' } },
  forbidden: { status: 403, message: { zh: '你没有权限进行这项操作', en: 'You may not do this' } },
  crossOrigin: {
    status: 403,
    message: { zh: '请求来自其他网站，已拒绝', en: 'Refused: the request comes from another site' },
  },
  notFound: {
    status: 404,
    message: {
      zh: '没有找到，可能已被删除或你无权查看',
      en: 'Not found: it may be gone, or not yours to see',
    },
  },
  methodNotAllowed: {
    status: 405,
    message: { zh: '此地址不支持该方法', en: 'This address does not take that method' },
  },
  conflict: {
    status: 409,
    message: {
      zh: '内容已被他人更改，请刷新后重试',
      en: 'Somebody changed this meanwhile; reload and try again',
    },
  },
  inProgress: {
    status: 409,
    message: {
      zh: '同一请求正在处理中，请稍后再试',
      en: 'The same request is being processed; try again shortly',
    },
  },
  tooLarge: {
    status: 413,
    message: { zh: '内容过大，上限为 {limit}', en: 'Too large; the limit is {limit}' },
  },
  unsupportedType: {
    status: 415,
    message: { zh: '不支持的内容类型，请使用 {expected}', en: 'Unsupported content type; send {expected}' },
  },
  tooSlow: {
    status: 408,
    message: {
      zh: '请求发送得太慢，连接已关闭，请重试',
      en: 'The request arrived too slowly and was given up; try again',
    },
  },
  headersTooLarge: {
    status: 431,
    message: {
      zh: '请求头过大，请清除本站 Cookie 后重试',
      en: 'The request headers are too large; clear the cookies of this site and try again',
    },
  },
  notHttp: { status: 400, message: { zh: '不是有效的 HTTP 请求', en: 'This is not an HTTP request' } },
  keyReused: {
    status: 422,
    message: {
      zh: '这个幂等键已用于另一个请求，请换一个',
      en: 'This idempotency key was used for a different request; choose a new one',
    },
  },
  keyRequired: {
    status: 428,
    message: {
      zh: '这项操作需要 Idempotency-Key 请求头',
      en: 'This operation needs an Idempotency-Key header',
    },
  },
  cursorInvalid: {
    status: 422,
    message: { zh: '翻页位置已失效，请从第一页开始', en: 'The cursor does not fit this list; start again' },
  },
  tooManyRequests: {
    status: 429,
    message: { zh: '操作太频繁，请 {seconds} 秒后再试', en: 'Too many requests; try again in {seconds} s' },
  },
  internal: {
    status: 500,
    message: {
      zh: '服务器出错了，请稍后重试；如反复出现，请把编号发给管理员',
      en: 'Something broke here; try again, and send the number to the administrator if it persists',
    },
  },
  unavailable: {
    status: 503,
    message: { zh: '服务暂时不可用，请稍后重试', en: 'Temporarily unavailable; try again shortly' },
  },
  warehouseUnavailable: {
    status: 503,
    message: {
      zh: '分析库暂时不可用，数据会在恢复后补齐',
      en: 'The warehouse is unavailable; figures catch up when it returns',
    },
  },
  timeout: {
    status: 504,
    message: { zh: '处理超时，请缩小范围后重试', en: 'This took too long; narrow the range and try again' },
  },
  tooMuch: {
    status: 422,
    message: {
      zh: '一次要算的太多，内存不够用；请缩短时间、缩小人群，或少看几项再试',
      en: 'This needs more memory than one question may take; shorten the time, narrow the people or ask for less at once',
    },
  },
})
