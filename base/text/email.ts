/** E-mail addresses as accounts keep them: one spelling per mailbox, so that two people never share one. */

const local =
  /^[a-z0-9!#$%&'*+/=?^_`{|}~\u0080-\u{10FFFF}-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~\u0080-\u{10FFFF}-]+)*$/u
const label = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/

/**
 * The stored form of an address: NFKC, lower case, the domain in ASCII (RFC 5891). Undefined when it is
 * not one we write to: quoted parts, comments, address literals and bare host names are refused though
 * RFC 5321 allows them. Normalised before it is checked, never after (a full-width ＠ must not slip by).
 */
export function normaliseEmail(input: string): string | undefined {
  // Line ends are refused, not trimmed: what is an address with them is meant for a header.
  if (input.length > 320 || /[\r\n]/.test(input)) return undefined
  const text = input.trim().normalize('NFKC').toLowerCase()
  const at = text.lastIndexOf('@')
  const name = text.slice(0, at)
  if (at < 1 || new TextEncoder().encode(name).length > 64 || !local.test(name)) return undefined
  if (/[\p{Cc}\p{Cf}\p{Z}]/u.test(name)) return undefined
  const domain = asciiDomain(text.slice(at + 1))
  if (!domain || name.length + domain.length + 1 > 254) return undefined
  return `${name}@${domain}`
}

function asciiDomain(text: string): string | undefined {
  if (text === '' || !/^[\p{L}\p{N}\p{M}.-]+$/u.test(text)) return undefined
  if (!URL.canParse(`http://${text}/`)) return undefined
  const domain = new URL(`http://${text}/`).hostname
  const labels = domain.split('.')
  const top = labels.at(-1) ?? ''
  if (labels.length < 2 || domain.length > 253 || /^\d+$/.test(top)) return undefined
  return labels.every((part) => label.test(part)) ? domain : undefined
}
