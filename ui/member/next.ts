/** Where to go after signing in: a path of this site and nothing else, so that a link cannot lead people away. */
export function safeNext(next: string | null | undefined): string {
  if (!next?.startsWith('/') || next.startsWith('//') || next.includes('\\')) return '/'
  const url = new URL(next, 'http://here.invalid')
  // `/..//evil.example` becomes `//evil.example` when it is resolved.
  const leads = url.host !== 'here.invalid' || url.pathname.startsWith('//')
  return leads ? '/' : `${url.pathname}${url.search}${url.hash}`
}
