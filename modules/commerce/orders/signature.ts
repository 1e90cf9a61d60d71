/**
 * Signatures of webhooks as Standard Webhooks 1.0 has them: HMAC-SHA256 over `id.timestamp.body` with the bytes of
 * the secret, in base64, with `v1,` in front; several may stand in the header, apart by spaces.
 */
import { createHmac, timingSafeEqual } from 'node:crypto'

export interface Signed {
  readonly id: string
  /** Seconds since 1970. */
  readonly timestamp: string
  readonly signature: string
  readonly bytes: Uint8Array
}

/** How far the clocks may differ, and how long a message can be sent again, in seconds. */
export const windowSeconds = 300

const idPattern = /^[\x21-\x7e]{1,200}$/

export function signMessage(secret: string, { id, timestamp, bytes }: Omit<Signed, 'signature'>): string {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.`).update(bytes).digest('base64')}`
}

/** Whether it was signed with one of the secrets, and lately. Takes as long whichever of them it is. */
export function isSigned(secrets: readonly string[], message: Signed, now: Date): boolean {
  const seconds = /^\d{1,12}$/.test(message.timestamp) ? Number(message.timestamp) : Number.NaN
  const recent = Math.abs(now.getTime() / 1000 - seconds) <= windowSeconds
  const given = message.signature.split(' ').slice(0, 8)
  let matches = false
  for (const secret of secrets) {
    const expected = Buffer.from(signMessage(secret, message))
    for (const each of given) {
      const bytes = Buffer.from(each)
      if (bytes.length === expected.length && timingSafeEqual(bytes, expected)) matches = true
    }
  }
  return matches && recent && idPattern.test(message.id)
}
