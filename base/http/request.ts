/** What a handler may know of the request beyond its parsed input. */
export interface RequestInfo {
  readonly method: string
  readonly url: URL
  readonly headers: Headers
  /** Address of the caller after trusted proxies were peeled off. */
  readonly ip: string
  /** Aborted when the caller goes away; pass it to slow queries. */
  readonly signal: AbortSignal
  /** The undecoded body, for routes that stream (uploads, imports). */
  readonly raw: Request
}
