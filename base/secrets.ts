/**
 * Keys for signing and encrypting, one per purpose, all derived (HKDF-SHA-256) from the one secret of
 * the installation. A key that leaks for one purpose says nothing about the others.
 */
import { hkdfSync } from 'node:crypto'

export interface Secrets {
  /** 32 bytes for a purpose such as `cursor` or `session`; the same each time. */
  key(purpose: string): Buffer
}

/** Takes JULUO_SECRET (at least 32 random bytes, base64url). Throws when it is shorter. */
export function deriveSecrets(secret: string): Secrets {
  const bytes = Buffer.from(secret, 'base64url')
  if (bytes.length < 32) throw new Error('JULUO_SECRET must hold at least 32 random bytes in base64url')
  const keys = new Map<string, Buffer>()
  return {
    key(purpose) {
      let key = keys.get(purpose)
      if (!key) {
        key = Buffer.from(hkdfSync('sha256', bytes, 'juluo', purpose, 32))
        keys.set(purpose, key)
      }
      return key
    },
  }
}
