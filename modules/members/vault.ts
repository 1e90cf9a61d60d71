/**
 * What must not be readable in a dump: contact points and sensitive fields. Sealed values cannot be
 * searched, so equal contact points are found by a keyed hash.
 */
import { createHmac } from 'node:crypto'
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
  const key = secrets.key('members.contacts')
  return {
    ...sealer,
    hash: (text) => createHmac('sha256', key).update(text).digest('base64url'),
  }
}
