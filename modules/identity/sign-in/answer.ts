/** Cookies and redirects: what sign-in answers besides JSON. */
import type { RequestInfo } from '#base/http/request.ts'

/** Sends cookie lines with the answer, and keeps everyone on the way from storing it. */
export function keepCookies(request: RequestInfo, cookies: readonly string[]): void {
  request.answerHeaders.set('cache-control', 'no-store')
  for (const cookie of cookies) request.answerHeaders.append('set-cookie', cookie)
}

/** Sends a browser on to a path of ours. */
export function redirectTo(path: string): Response {
  return new Response(null, {
    status: 303,
    headers: { 'cache-control': 'no-store', location: path, 'referrer-policy': 'no-referrer' },
  })
}

/** A path on this site, or `/`: whatever could lead elsewhere is dropped. */
export function localPath(wanted: string | undefined | null): string {
  if (!wanted || !/^\/(?![/\\])[\x21-\x7e]*$/.test(wanted) || wanted.includes('\\')) return '/'
  const url = new URL(wanted, 'https://here.invalid')
  // Taking out `..` can leave two slashes at the front, which would name a host.
  return url.origin === 'https://here.invalid' && !url.pathname.startsWith('//')
    ? `${url.pathname}${url.search}${url.hash}`
    : '/'
}
