/**
 * A push service and the browsers that subscribed to it: real HTTP, real keys, and a browser that opens what it is
 * sent (RFC 8188, RFC 8291), written here a second time.
 */
import {
  createDecipheriv,
  createECDH,
  createPublicKey,
  type ECDH,
  hkdfSync,
  randomBytes,
  verify,
} from 'node:crypto'
import { createServer } from 'node:http'
import { createEgress } from '#base/egress/egress.ts'
import type { Egress } from '#base/parts.ts'
import type { Subscription } from '#modules/engage/push/subscriptions.ts'

export interface Delivered {
  readonly message: Record<string, unknown>
  readonly headers: Record<string, string | string[] | undefined>
  /** What the sender signed about himself. */
  readonly claims: { readonly aud: string; readonly sub: string; readonly exp: number }
}

export interface TestBrowser {
  readonly subscription: Subscription
  readonly delivered: readonly Delivered[]
  /** What the service answers for this browser; 201 when left alone. */
  answers: number
  retryAfter: string | undefined
}

export interface PushService {
  /** Leads what goes to `push.example.com` here; everything else goes where it always goes. */
  readonly egress: Egress
  subscribe(): TestBrowser
  close(): Promise<void>
}

export async function startPushService(): Promise<PushService> {
  const browsers = new Map<string, TestBrowser & { keys: ECDH; secret: Buffer; delivered: Delivered[] }>()
  const server = createServer(async (request, answer) => {
    const browser = browsers.get(request.url ?? '')
    if (!browser) return answer.writeHead(404).end()
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    if (browser.answers === 201)
      browser.delivered.push({
        message: JSON.parse(decrypt(Buffer.concat(chunks), browser)),
        headers: request.headers,
        claims: readClaims(String(request.headers.authorization)),
      })
    answer.writeHead(browser.answers, browser.retryAfter ? { 'retry-after': browser.retryAfter } : {}).end()
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as { port: number }
  const egress = createEgress()
  return {
    egress: {
      request: (url, options) =>
        egress.request(url.replace('https://push.example.com', `http://127.0.0.1:${port}`), {
          ...options,
          allow: [`127.0.0.1:${port}`],
        }),
    },
    subscribe() {
      const keys = createECDH('prime256v1')
      keys.generateKeys()
      const secret = randomBytes(16)
      const path = `/send/${randomBytes(24).toString('base64url')}`
      const browser = {
        keys,
        secret,
        delivered: [] as Delivered[],
        answers: 201,
        retryAfter: undefined,
        subscription: {
          endpoint: `https://push.example.com${path}`,
          keys: { p256dh: keys.getPublicKey('base64url'), auth: secret.toString('base64url') },
        },
      }
      browsers.set(path, browser)
      return browser
    },
    close: () => new Promise((done) => server.close(() => done())),
  }
}

/** RFC 8291 section 3.4, then RFC 8188 with one record. */
function decrypt(body: Buffer, { keys, secret }: { keys: ECDH; secret: Buffer }): string {
  const salt = body.subarray(0, 16)
  const length = body.readUInt8(20)
  const sender = body.subarray(21, 21 + length)
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), keys.getPublicKey(), sender])
  const material = Buffer.from(hkdfSync('sha256', keys.computeSecret(sender), secret, info, 32))
  const key = Buffer.from(hkdfSync('sha256', material, salt, 'Content-Encoding: aes128gcm\0', 16))
  const nonce = Buffer.from(hkdfSync('sha256', material, salt, 'Content-Encoding: nonce\0', 12))
  const sealed = body.subarray(21 + length)
  const cipher = createDecipheriv('aes-128-gcm', key, nonce).setAuthTag(sealed.subarray(-16))
  const plain = Buffer.concat([cipher.update(sealed.subarray(0, -16)), cipher.final()])
  return plain.subarray(0, plain.lastIndexOf(2)).toString('utf8')
}

/** Checks the signature of a VAPID header with the key that it names, as a push service does. */
function readClaims(header: string): Delivered['claims'] {
  const { t = '', k = '' } = Object.fromEntries(
    header
      .replace(/^vapid /, '')
      .split(/,\s*/)
      .map((part) => part.split('=', 2) as [string, string]),
  )
  const point = Buffer.from(k, 'base64url')
  const jwk = {
    kty: 'EC',
    crv: 'P-256',
    x: point.subarray(1, 33).toString('base64url'),
    y: point.subarray(33).toString('base64url'),
  }
  const [head = '', claims = '', signature = ''] = t.split('.')
  const key = { key: createPublicKey({ key: jwk, format: 'jwk' }), dsaEncoding: 'ieee-p1363' as const }
  if (!verify('sha256', Buffer.from(`${head}.${claims}`), key, Buffer.from(signature, 'base64url')))
    throw new Error('The push is not signed by whom it names')
  return JSON.parse(Buffer.from(claims, 'base64url').toString())
}
