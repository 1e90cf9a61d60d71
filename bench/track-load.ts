/** What benchmarks and crash tests send: batches as the SDK makes them, some 250 bytes an event. */
import { randomBytes, randomUUID } from 'node:crypto'
import { type Agent, request } from 'node:http'

/** A UUIDv7 of now: the time leads, so ids arrive in order and the index stays compact. */
export function uuidV7(now = Date.now()): string {
  const time = now.toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`
}

const names = ['page_view', 'video_played', 'coupon_opened', 'heartbeat', 'shop_visited']

/** One visitor's batch. */
export function makeBatch(events: number): { body: Buffer; ids: string[] } {
  const anonymousId = randomBytes(12).toString('base64url')
  const now = Date.now()
  const list = Array.from({ length: events }, (_, at) => ({
    id: uuidV7(now),
    name: names[at % names.length]!,
    at: new Date(now - (events - at) * 900).toISOString(),
    page: `/groups/pour-over/posts/${1000 + (at % 700)}`,
    object: { kind: 'post', id: String(1000 + (at % 700)) },
    props: { from: 'feed', position: at, seconds: at % 60, board: '手冲研究所' },
  }))
  const body = {
    sentAt: new Date(now).toISOString(),
    anonymousId,
    sessionId: randomBytes(12).toString('base64url'),
    context: { sdk: 'js/1', language: 'zh-CN', screen: '390x844', utm: { source: 'xiaohongshu' } },
    events: list,
  }
  return { body: Buffer.from(JSON.stringify(body)), ids: list.map((event) => event.id) }
}

export interface Sent {
  readonly status: number
  readonly body: string
}

/** People come from many addresses; limits count each of them. The server under test trusts us as its proxy. */
const address = () => `198.18.${Math.floor(Math.random() * 256)}.${Math.floor(Math.random() * 256)}`

/** Sends one batch on a kept-alive connection. Rejects when the connection breaks. */
export function send(agent: Agent, port: number, key: string, body: Buffer): Promise<Sent> {
  return new Promise((done, failed) => {
    const sending = request(
      {
        agent,
        port,
        host: '127.0.0.1',
        path: '/v1/track',
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'content-length': body.length,
          'x-track-key': key,
          'x-forwarded-for': address(),
          'user-agent':
            'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148',
        },
      },
      (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.once('error', failed)
        response.once('end', () =>
          done({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString() }),
        )
      },
    )
    sending.once('error', failed)
    sending.end(body)
  })
}
