/**
 * Knowing a browser again: after a sign-in it keeps a cookie that proves "somebody signed in to this
 * address here". It opens nothing; it earns tries of its own and spares the "new sign-in" mail.
 */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Secrets } from '#base/secrets.ts'
import { type CookieNames, readCookie, setCookie } from '../engine/cookies.ts'

const yearSeconds = 365 * 86_400

const proofOf = (secrets: Secrets, nonce: string, email: string) =>
  createHmac('sha256', secrets.key('identity.device')).update(`${nonce}|${email}`).digest()

/** The name of this device for this address, or undefined when it never signed in there. */
export function knownDevice(
  secrets: Secrets,
  names: CookieNames,
  cookies: string | null,
  email: string,
): string | undefined {
  const [nonce, proof] = readCookie(cookies, names.device)?.split('.') ?? []
  if (!nonce || !proof) return undefined
  const shown = Buffer.from(proof, 'base64url')
  const wanted = proofOf(secrets, nonce, email)
  return shown.length === wanted.length && timingSafeEqual(shown, wanted) ? nonce : undefined
}

/** The cookie line that makes this browser known for an address. */
export function deviceCookie(secrets: Secrets, names: CookieNames, email: string): string {
  const nonce = randomBytes(18).toString('base64url')
  return setCookie(
    names,
    names.device,
    `${nonce}.${proofOf(secrets, nonce, email).toString('base64url')}`,
    yearSeconds,
  )
}
