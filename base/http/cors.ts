/** Cross-origin calls, for the few routes that declare them (the tracking SDK on other sites). Never with cookies. */

export function corsHeaders(allowed: readonly string[], origin: string | undefined): [string, string][] {
  if (origin === undefined) return []
  if (!allowed.includes('*') && !allowed.includes(origin)) return []
  return [
    ['access-control-allow-origin', allowed.includes('*') ? '*' : origin],
    ['cross-origin-resource-policy', 'cross-origin'],
    ['vary', 'origin'],
  ]
}

export const preflightHeaders = (methods: string): Record<string, string> => ({
  'access-control-allow-methods': methods,
  'access-control-allow-headers': 'content-type, authorization, idempotency-key',
  'access-control-max-age': '86400',
})
