/**
 * Who we are to push services (VAPID, RFC 8292): a key pair on P-256, made from the secret of the installation.
 * It is the same on every process and after every start, and stands in no table and no file.
 */
import { createECDH, createHash } from 'node:crypto'
import type { Secrets } from '#base/secrets.ts'

export interface Vapid {
  /** Uncompressed point, base64url: browsers are given it when they subscribe. */
  readonly publicKey: string
  readonly privateKey: string
}

/** Order of the group: a private key is a number below it. */
const order = BigInt('0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551')

export function vapidKeys(secrets: Secrets): Vapid {
  let bytes = secrets.key('web-push')
  // One seed in 2^32 is no key; hashing it again gives the next one.
  while (!isKey(bytes)) bytes = createHash('sha256').update(bytes).digest()
  const pair = createECDH('prime256v1')
  pair.setPrivateKey(bytes)
  return { publicKey: pair.getPublicKey('base64url'), privateKey: bytes.toString('base64url') }
}

function isKey(bytes: Buffer): boolean {
  const number = BigInt(`0x${bytes.toString('hex')}`)
  return number > 0n && number < order
}
