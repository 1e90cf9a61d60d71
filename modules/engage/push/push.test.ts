import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { createEgress } from '#base/egress/egress.ts'
import { deriveSecrets } from '#base/secrets.ts'
import { documentOf, openRoom, type Person, type Room, write } from '#test/coffee-room.ts'
import { type Postman, postmanOf } from '#test/postman.ts'
import { useProduct } from '#test/product.ts'
import { type PushService, startPushService, type TestBrowser } from '#test/push-service.ts'
import { contactOf, pushParts } from './push.jobs.ts'
import { pushTo } from './request.ts'
import { sendDue } from './sending.ts'
import { vapidKeys } from './vapid.ts'

const product = useProduct()
let room: Room
let postman: Postman
let service: PushService
let postId: string
let author: Person
let other: Person

/** An hour of one day, in the zone of the community. */
const today = (hour: number) => new Date(`2026-11-19T${String(hour).padStart(2, '0')}:00:00+08:00`)
const later = (minutes: number, from: Date) => new Date(from.getTime() + minutes * 60_000)

beforeAll(async () => {
  service = await startPushService()
  room = await openRoom(product(), 3)
  postman = postmanOf(product())
  ;[author, other] = room.members as [Person, Person]
  postId = await write(author, room.chat, '今天的豆子', { title: '今日一杯' })
  await postman.deliver()
})
afterAll(() => service?.close())

beforeEach(async () => {
  const { pool } = product().database
  await pool.query('delete from push_subscription')
  await pool.query('delete from push_delivery')
  await pool.query('delete from notice')
  await pool.query('delete from notice_time')
})

async function subscribe(who: Person, browser: TestBrowser): Promise<string> {
  const reply = await who.client.post('/api/member/push-subscriptions', {
    ...browser.subscription,
    device: 'Chrome · Android',
  })
  expect(reply.status, reply.text).toBe(201)
  return reply.body.id
}
const comment = async (text: string) => {
  const reply = await room.host.client.post(`/api/site/posts/${postId}/comments`, {
    document: documentOf(text),
  })
  expect(reply.status, reply.text).toBe(201)
}
const send = async (now: Date, egress = service.egress) =>
  await sendDue(postman.ctx(now), { ...pushParts(postman.parts), egress })
const deliveries = async () =>
  (
    await product().database.pool.query(
      'select state, reason, attempts, due_at as "dueAt" from push_delivery order by id',
    )
  ).rows

describe('a push', () => {
  test('arrives encrypted for the one browser and signed by us, and is sent once', async () => {
    const browser = service.subscribe()
    await subscribe(author, browser)
    await comment('今天的真好喝')
    const now = today(12)
    await postman.deliver(now)
    await send(now)
    await send(now)
    expect(browser.delivered).toHaveLength(1)
    const [{ message, headers, claims } = never()] = browser.delivered
    expect(message).toMatchObject({ title: '山丘咖啡', silent: false, unread: 1 })
    expect(message.body).toMatch(/回复了你的帖子「今日一杯」\n今天的真好喝$/)
    expect(message.path).toMatch(new RegExp(`^/posts/${postId}#c\\d+$`))
    expect(headers).toMatchObject({ 'content-encoding': 'aes128gcm', urgency: 'normal', ttl: '259200' })
    expect(claims.aud).toBe('https://push.example.com')
    expect(claims.sub).toMatch(/^mailto:/)
    expect(await deliveries()).toEqual([expect.objectContaining({ state: 'sent', attempts: 1 })])
  })

  test('waits for the end of the night, and several that waited leave as one', async () => {
    const browser = service.subscribe()
    await subscribe(author, browser)
    const night = today(23)
    for (const text of ['一', '二', '三', '四']) {
      await comment(text)
      await postman.deliver(night)
      // As if each were about a post of its own.
      await product().database.pool.query(`update notice set bundle = bundle || '-' || id`)
    }
    await send(night)
    expect(browser.delivered).toEqual([])
    const morning = later(9 * 60, night)
    await send(morning)
    expect(browser.delivered).toEqual([
      expect.objectContaining({
        message: {
          title: '山丘咖啡',
          silent: false,
          unread: 4,
          tag: 'inbox',
          body: '你有 4 条新消息',
          path: '/inbox',
        },
      }),
    ])
  })

  test('is not sent for what was read meanwhile, may not be seen any more, or while all is paused', async () => {
    const browser = service.subscribe()
    await subscribe(author, browser)
    const now = today(12)
    await comment('会被读掉')
    await postman.deliver(now)
    await author.client.put('/api/member/inbox/read', {})
    await send(now)
    await comment('会被撤掉')
    await postman.deliver(now)
    await product().database.pool.query(
      `update comment set state = 'removed', state_by = 'test', state_at = now() where plain = '会被撤掉'`,
    )
    await send(now)
    await author.client.patch('/api/member/notice-settings', {
      pausedUntil: later(60, today(12)).toISOString(),
    })
    await comment('暂停的时候')
    await postman.deliver(now)
    await send(now)
    expect(browser.delivered).toEqual([])
    expect((await deliveries()).map(({ state, reason }) => [state, reason])).toEqual([
      ['dropped', 'read'],
      ['dropped', 'unseen'],
    ])
  })

  test('in hand at the end of a long queue is held from then on, and the browsers of one member are asked at once', async () => {
    const browsers = [service.subscribe(), service.subscribe(), service.subscribe()]
    for (const browser of browsers) await subscribe(author, browser)
    const now = today(12)
    await comment('排在很后面')
    await postman.deliver(now)
    // The queue has been worked on for a quarter of an hour when the turn comes.
    const began = performance.now()
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => began + 15 * 60_000)
    clock.mockImplementationOnce(() => began)
    let asked = 0
    let together = 0
    try {
      await send(now, {
        ...service.egress,
        request: async (...request) => {
          asked += 1
          const [held] = await deliveries()
          together = Math.max(together, asked)
          expect(held.dueAt.getTime()).toBeGreaterThan(later(20, now).getTime())
          try {
            return await service.egress.request(...request)
          } finally {
            asked -= 1
          }
        },
      })
    } finally {
      clock.mockRestore()
    }
    expect(together).toBe(3)
    expect(browsers.map(({ delivered }) => delivered.length)).toEqual([1, 1, 1])
  })

  test('is tried again when the service is busy, and the browser is forgotten when it is gone', async () => {
    const [busy, gone] = [service.subscribe(), service.subscribe()]
    await subscribe(author, busy)
    await subscribe(author, gone)
    busy.answers = 503
    busy.retryAfter = '120'
    gone.answers = 410
    const now = today(12)
    await comment('再试一次')
    await postman.deliver(now)
    await send(now)
    expect(await deliveries()).toEqual([
      expect.objectContaining({ state: 'waiting', reason: 'status 503', dueAt: later(2, now) }),
    ])
    const held = (await author.client.get('/api/member/push-subscriptions')).body.items
    expect(held).toHaveLength(1)
    busy.answers = 201
    await send(later(1, now))
    expect(busy.delivered).toEqual([])
    await send(later(2, now))
    expect(busy.delivered).toHaveLength(1)
  })

  test('a service that never answers well is given up, with the reason', async () => {
    const browser = service.subscribe()
    await subscribe(author, browser)
    browser.answers = 500
    const now = today(9)
    await comment('没人收')
    await postman.deliver(now)
    for (let hour = 0; hour < 8; hour++) await send(later(60 * hour, now))
    expect(await deliveries()).toEqual([
      expect.objectContaining({ state: 'failed', reason: 'status 500', attempts: 6 }),
    ])
  })

  test('a bundle that was pushed a moment ago is not pushed again with every reply', async () => {
    const browser = service.subscribe()
    await subscribe(author, browser)
    const now = today(12)
    await comment('第一条')
    await postman.deliver(now)
    await send(now)
    await comment('第二条')
    await comment('第三条')
    await postman.deliver(later(1, now))
    await send(later(1, now))
    expect(browser.delivered).toHaveLength(1)
    await send(later(30, now))
    expect(browser.delivered.map(({ message }) => message.tag)).toHaveLength(2)
  })
})

describe('subscribing', () => {
  test('G41 addresses that are none of a push service are refused, and what resolves inside is never reached', async () => {
    const { keys } = service.subscribe().subscription
    for (const endpoint of [
      'http://push.example.com/x',
      'https://127.0.0.1/x',
      'https://[::1]/x',
      'https://localhost/x',
      'https://push.example.com:8443/x',
      'https://user:word@push.example.com/x',
      'https://2130706433/x',
    ]) {
      const reply = await author.client.post('/api/member/push-subscriptions', { endpoint, keys })
      expect([reply.status, reply.body.code], endpoint).toEqual([422, 'push_address_refused'])
    }
    const inside = createEgress({ resolve: async () => [{ address: '10.0.0.7', family: 4 }] })
    const door = { ...pushParts(postman.parts), egress: inside }
    const message = { tag: 'x', title: '', body: '', path: '/', unread: 1, silent: false }
    const subscription = { endpoint: 'https://push.inside.example/x', keys }
    expect(await pushTo(door, subscription, message, false)).toEqual({ kind: 'refused', reason: 'address' })
  })

  test('a browser belongs to whoever signed in there last, and goes with the session', async () => {
    const browser = service.subscribe()
    await subscribe(author, browser)
    await subscribe(other, browser)
    expect((await author.client.get('/api/member/push-subscriptions')).body.items).toEqual([])
    const mine = (await other.client.get('/api/member/push-subscriptions')).body.items
    expect(mine).toEqual([expect.objectContaining({ device: 'Chrome · Android', here: true })])
    const stored = await product().database.pool.query('select * from push_subscription')
    expect(JSON.stringify(stored.rows)).not.toContain(browser.subscription.endpoint)
    expect((await author.client.delete(`/api/member/push-subscriptions/${mine[0].id}`)).status).toBe(204)
    expect((await other.client.get('/api/member/push-subscriptions')).body.items).toHaveLength(1)
    await product().database.pool.query(
      'delete from session where account_id = (select account_id from member where id = $1)',
      [other.memberId],
    )
    expect((await product().database.pool.query('select id from push_subscription')).rows).toEqual([])
  })

  test('no more than ten browsers for one member', async () => {
    const guest = room.members[2]!
    for (let n = 0; n < 10; n++) await subscribe(guest, service.subscribe())
    const reply = await guest.client.post('/api/member/push-subscriptions', service.subscribe().subscription)
    expect([reply.status, reply.body.code]).toEqual([409, 'too_many_devices'])
  })
})

test('the key for push services comes from the secret, the same each time and another for each installation', () => {
  const one = deriveSecrets(Buffer.alloc(32, 1).toString('base64url'))
  const two = deriveSecrets(Buffer.alloc(32, 2).toString('base64url'))
  expect(vapidKeys(one)).toEqual(vapidKeys(one))
  expect(vapidKeys(one).publicKey).not.toBe(vapidKeys(two).publicKey)
  expect(Buffer.from(vapidKeys(one).publicKey, 'base64url')).toHaveLength(65)
})

test('push services are told whom to turn to', () => {
  const from = { MAIL_FROM: '山丘咖啡 <hi@hill.example>' }
  expect(contactOf({ ...from, baseUrl: 'https://hill.example' })).toBe('https://hill.example')
  expect(contactOf({ ...from, baseUrl: 'http://10.0.0.4:4680' })).toBe('mailto:hi@hill.example')
})

function never(): never {
  throw new Error('nothing was delivered')
}
