/**
 * What must not be readable in a dump: contact points and sensitive fields. Sealed values cannot be
 * searched, so equal contact points are found by a keyed hash.
 */
import { createHmac, createSecretKey } from 'node:crypto'
import { createSealer } from '#base/sealer.ts'
import type { Secrets } from '#base/secrets.ts'

export interface Vault {
  seal(text: string): string
  /** Throws when the text was changed or sealed with another key. */
  open(sealed: string): string
  /** The same for the same text, and telling nothing about it without the key. */
  hash(text: string): string
}

export function openVault(secrets: Secrets): Vault {
  const sealer = createSealer(secrets.key('members.vault'))
  // As an object made once: from bytes each hash would make one, which takes six times as long.
  const key = createSecretKey(secrets.key('members.contacts'))
  return {
    ...sealer,
    hash: (text) => createHmac('sha256', key).update(text).digest('base64url'),
  }
}
