/** The one link policy: where people's text may point. */

const schemes = new Set(['http:', 'https:', 'mailto:'])

/** What every link in text by people carries: no ranking credit, no handle on our window, no referrer. */
export const ugcRel = 'nofollow ugc noopener noreferrer'

/**
 * The address of a link, normalised, or undefined when it may not be linked: other schemes, user and
 * password parts, relative forms, control characters, or more than 2,000 characters.
 */
export function cleanLink(href: unknown): string | undefined {
  if (typeof href !== 'string' || href.length > 2_000) return undefined
  // Browsers skip tabs and line ends inside a scheme; whoever writes them means harm.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
  if (/[\u0000-\u001F\u007F-\u009F\u2028\u2029]/.test(href)) return undefined
  const text = href.trim()
  if (!/^(https?:\/\/|mailto:)/i.test(text) || !URL.canParse(text)) return undefined
  const url = new URL(text)
  if (!schemes.has(url.protocol) || url.username !== '' || url.password !== '') return undefined
  // Further headers in a mail link (cc, bcc, body) are put there to fool the person who clicks.
  if (url.protocol === 'mailto:') return url.search === '' ? url.href : undefined
  return url.href
}

export const isWebAddress = (url: string): boolean => cleanLink(url) !== undefined
