/** What a handler may know of the request beyond its parsed input. */
export interface RequestInfo {
  readonly method: string
  readonly url: URL
  readonly headers: Headers
  /** One request header by its lower-case name, where that is cheaper than having all of them made. */
  header?(name: string): string | undefined
  /** Address of the caller after trusted proxies were peeled off. */
  readonly ip: string
  /** Aborted when the caller goes away or the time limit passes; pass it to slow queries. */
  readonly signal: AbortSignal
  /** The undecoded body, for routes that stream (uploads, imports). */
  readonly raw: Request
  /** Headers to add to the answer: `Set-Cookie` at sign-in, `Location` of a new thing. */
  readonly answerHeaders: Headers
}
