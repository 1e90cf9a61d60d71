/** A passkey authenticator in software (ES256, no attestation), for tests: what a phone does with its fingerprint reader. */
import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto'

export interface Authenticator {
  /** Answers creation options as `navigator.credentials.create` does. */
  create(options: Record<string, unknown>, origin: string): Record<string, unknown>
  /** Answers request options as `navigator.credentials.get` does. */
  get(options: Record<string, unknown>, origin: string): Record<string, unknown>
  /** Whether the device checks who holds it. */
  verifiesPerson: boolean
}

const text = (value: string | Buffer) => Buffer.from(value).toString('base64url')

/** The little CBOR that a passkey needs: maps with small keys, byte strings, texts. */
const bytes = (value: Buffer) => Buffer.concat([Buffer.from([0x58, value.length]), value])
const word = (value: string) => Buffer.concat([Buffer.from([0x60 + value.length]), Buffer.from(value)])

export function createAuthenticator(): Authenticator {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const jwk = publicKey.export({ format: 'jwk' })
  const [x, y] = [Buffer.from(jwk.x ?? '', 'base64url'), Buffer.from(jwk.y ?? '', 'base64url')]
  const id = randomBytes(32)
  // COSE: kty EC2, alg ES256, curve P-256, x, y.
  const cose = Buffer.concat([
    Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]),
    bytes(x),
    Buffer.from([0x22]),
    bytes(y),
  ])
  let counter = 0
  const self: Authenticator = {
    verifiesPerson: true,
    create(options, origin) {
      const client = clientData('webauthn.create', options, origin)
      const credential = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, cose])
      const auth = authData((options.rp as { id: string }).id, 0x40, credential)
      const attestation = Buffer.concat([
        Buffer.from([0xa3]),
        word('fmt'),
        word('none'),
        word('attStmt'),
        Buffer.from([0xa0]),
        word('authData'),
        Buffer.concat([Buffer.from([0x59, auth.length >> 8, auth.length & 255]), auth]),
      ])
      return {
        ...shell(),
        response: {
          clientDataJSON: text(client),
          attestationObject: text(attestation),
          transports: ['internal'],
        },
      }
    },
    get(options, origin) {
      const client = clientData('webauthn.get', options, origin)
      const auth = authData(String(options.rpId), 0)
      const signed = Buffer.concat([auth, createHash('sha256').update(client).digest()])
      const signature = createSign('sha256').update(signed).sign(privateKey)
      return {
        ...shell(),
        response: {
          clientDataJSON: text(client),
          authenticatorData: text(auth),
          signature: text(signature),
        },
      }
    },
  }
  const shell = () => ({ id: text(id), rawId: text(id), type: 'public-key', clientExtensionResults: {} })
  const clientData = (type: string, options: Record<string, unknown>, origin: string) =>
    Buffer.from(JSON.stringify({ type, challenge: options.challenge, origin, crossOrigin: false }))
  const authData = (rpId: string, flags: number, more: Buffer = Buffer.alloc(0)) => {
    const count = Buffer.alloc(4)
    count.writeUInt32BE(++counter)
    const present = 0x01 | (self.verifiesPerson ? 0x04 : 0)
    return Buffer.concat([
      createHash('sha256').update(rpId).digest(),
      Buffer.from([flags | present]),
      count,
      more,
    ])
  }
  return self
}
