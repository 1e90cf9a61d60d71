/** Answers that carry cookies: the only responses of this module that a handler makes itself. */

/** JSON with `Set-Cookie` lines. Never stored by anyone on the way. */
export function answerWith(body: unknown, cookies: readonly string[], status = 200): Response {
  const headers = new Headers({ 'cache-control': 'no-store' })
  for (const cookie of cookies) headers.append('set-cookie', cookie)
  if (body === undefined) return new Response(null, { status: 204, headers })
  headers.set('content-type', 'application/json; charset=utf-8')
  return new Response(JSON.stringify(body), { status, headers })
}

/** Sends a browser on to a path of ours. */
export function redirectTo(path: string, cookies: readonly string[] = []): Response {
  const headers = new Headers({
    'cache-control': 'no-store',
    location: path,
    'referrer-policy': 'no-referrer',
  })
  for (const cookie of cookies) headers.append('set-cookie', cookie)
  return new Response(null, { status: 303, headers })
}

/** A path on this site, or `/`: whatever could lead elsewhere is dropped. */
export function localPath(wanted: string | undefined | null): string {
  if (!wanted || !/^\/(?![/\\])[\x21-\x7e]*$/.test(wanted) || wanted.includes('\\')) return '/'
  const url = new URL(wanted, 'https://here.invalid')
  return url.origin === 'https://here.invalid' ? `${url.pathname}${url.search}${url.hash}` : '/'
}
