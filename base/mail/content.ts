/**
 * Mail waiting in the database holds sign-in links and codes, so it is encrypted there (AES-256-GCM): a
 * dump of the table opens nothing. Layout: 12 bytes nonce, 16 bytes tag, ciphertext.
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { ComposedMail } from './compose.ts'

/** Encrypts a mail for its row; `messageId` binds it to that row. */
export function sealContent(content: ComposedMail, messageId: string, key: Buffer): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(messageId))
  const body = Buffer.concat([cipher.update(JSON.stringify(content), 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body])
}

/** Decrypts; throws when the key is another or the bytes were changed or moved to another row. */
export function openContent(sealed: Buffer, messageId: string, key: Buffer): ComposedMail {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12))
    .setAAD(Buffer.from(messageId))
    .setAuthTag(sealed.subarray(12, 28))
  const text = Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]).toString('utf8')
  return JSON.parse(text) as ComposedMail
}
