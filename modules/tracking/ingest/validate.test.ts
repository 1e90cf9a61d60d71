import { describe, expect, test } from 'vitest'
import { batchSchema } from './batch.schema.ts'
import { channelOf, readBatch } from './batch.ts'
import { copyLine, type TrackedEvent } from './event.ts'
import type { Fault } from './props.ts'
import type { Sender } from './sender.ts'
import { type BatchFrame, frameBatch, readEvent } from './validate.ts'

const now = Date.parse('2026-11-19T01:41:58Z')
const id = '0199f3a2-5c1e-7000-8000-000000000001'
const browser: Sender = {
  kind: 'key',
  actor: 'trackKey:1',
  memberId: undefined,
  anonymise: false,
  staff: false,
  test: false,
}
const server: Sender = { ...browser, kind: 'server', actor: 'apiKey:1' }

const frame = (batch: Record<string, unknown> = {}, sender = browser): BatchFrame =>
  frameBatch(readBatch(JSON.stringify({ events: [{}], ...batch })), sender, {
    receivedAt: now,
    bot: false,
    device: 'mobile',
  })
const read = (event: unknown, batch: Record<string, unknown> = {}, sender = browser) =>
  readEvent(event, frame(batch, sender))
const good = (event: Record<string, unknown>, batch: Record<string, unknown> = {}, sender = browser) =>
  read({ id, name: 'page_view', ...event }, batch, sender) as TrackedEvent
const fault = (event: unknown, batch: Record<string, unknown> = {}, sender = browser) =>
  (read(event, batch, sender) as Fault).fault

describe('an event', () => {
  test('becomes a row with what the batch says about all of them', () => {
    const row = good(
      { at: '2026-11-19T01:41:00Z', props: { path: '/posts/1' }, page: '/posts/1' },
      { anonymousId: 'browser-1', sessionId: 'session-1', context: { utm: { source: 'weibo' } } },
    )
    expect(row).toMatchObject({
      id,
      name: 'page_view',
      occurredAt: Date.parse('2026-11-19T01:41:00Z'),
      anonymousId: 'browser-1',
      sessionId: 'session-1',
      memberId: null,
      actor: 'trackKey:1',
    })
    expect(JSON.parse(row.context)).toEqual({ device: 'mobile', utm: { source: 'weibo' }, page: '/posts/1' })
  })

  test.each([
    ['notAnObject', 'page_view'],
    ['notAnObject', [1]],
    ['badId', { id: '1', name: 'page_view' }],
    ['badName', { id, name: 'Page view' }],
    ['badName', { id, name: 'member.joined' }],
    ['badTime', { id, name: 'x', at: 'yesterday' }],
    ['tooOld', { id, name: 'x', at: now - 31 * 86_400_000 }],
    ['tooNew', { id, name: 'x', at: now + 25 * 3_600_000 }],
    ['badAnonymousId', { id, name: 'x', anonymousId: "a' or 1=1" }],
    ['badSessionId', { id, name: 'x', sessionId: 7 }],
    ['badObject', { id, name: 'x', object: { kind: 'post', id: '1; drop' } }],
    ['badGroup', { id, name: 'x', groupId: 'all' }],
    ['badValue', { id, name: 'x', value: 1.5 }],
    ['badProps', { id, name: 'x', props: [] }],
    ['badPropName', { id, name: 'x', props: { '1st': 1 } }],
    ['badPropName', { id, name: 'x', props: JSON.parse('{"__proto__":1}') }],
    ['privateProp', { id, name: 'x', props: { ID_Card: '110' } }],
    ['privateProp', { id, name: 'x', props: { form: { phone: '138' } } }],
    ['badPropValue', { id, name: 'x', props: { a: { b: { c: 1 } } } }],
    ['badPropValue', { id, name: 'x', props: { a: [[1]] } }],
    ['hugeNumber', { id, name: 'x', props: { a: 1e21 } }],
    ['longPropValue', { id, name: 'x', props: { a: 'x'.repeat(1025) } }],
    ['longPropValue', { id, name: 'x', props: { a: Array(65).fill(1) } }],
    ['badText', { id, name: 'x', props: { a: 'a\0b' } }],
    ['badText', { id, name: 'x', props: { a: '\ud800' } }],
    [
      'tooManyProps',
      { id, name: 'x', props: Object.fromEntries(Array.from({ length: 65 }, (_, n) => [`p${n}`, 1])) },
    ],
  ] as const)('is refused with %s', (expected, event) => {
    expect(fault(event)).toBe(expected)
  })

  test.each(['order_paid', 'order_refunded', 'order_placed', 'order.paid'])(
    'about orders is refused from pages and servers alike: %s',
    (name) => {
      expect(fault({ id, name, value: 9900 })).toBe('reservedName')
      expect(fault({ id, name, value: 9900 }, {}, server)).toBe('reservedName')
      // The control: what only sounds like it is behaviour as any other.
      expect(good({ name: 'order_button_clicked', value: 9900 }, {}, server).value).toBe(9900)
    },
  )

  test('names a member only when a server vouches for him', () => {
    expect(fault({ id, name: 'x', memberId: '7' })).toBe('memberRefused')
    expect(fault({ id, name: 'x', memberId: '7' }, {}, { ...browser, kind: 'session', memberId: '3' })).toBe(
      'memberRefused',
    )
    expect(good({ memberId: '7' }, {}, server).memberId).toBe('7')
  })

  test('points at nobody when the person did not agree (L-18)', () => {
    const sender: Sender = { ...browser, kind: 'session', actor: 'account:9', memberId: '3' }
    const denied = good({ sessionId: 'session-1' }, { anonymousId: 'browser-1', consent: 'denied' }, sender)
    expect(denied).toMatchObject({
      memberId: null,
      anonymousId: null,
      sessionId: null,
      actor: 'anonymous',
    })
    // The control: the same with consent is attached.
    const granted = good({ sessionId: 'session-1' }, { anonymousId: 'browser-1', consent: 'granted' }, sender)
    expect(granted).toMatchObject({
      memberId: '3',
      anonymousId: 'browser-1',
      sessionId: 'session-1',
      actor: 'account:9',
    })
  })

  test('is set right by the error of the sender’s clock', () => {
    const slow = now - 3 * 3_600_000
    expect(good({ at: slow - 5_000 }, { sentAt: slow }).occurredAt).toBe(now - 5_000)
    // A minute is the network's, not the clock's.
    expect(good({ at: now - 5_000 }, { sentAt: now - 30_000 }).occurredAt).toBe(now - 5_000)
  })

  test('keeps backslashes, quotes and line ends through COPY', () => {
    const line = copyLine(good({ props: { text: 'a\\b "c"\n\td' } }))
    expect(line.slice(0, -1)).not.toMatch(/\n/)
    expect(line.split('\t')).toHaveLength(16)
    expect(JSON.parse(line.split('\t')[14]!.replaceAll('\\\\', '\\'))).toEqual({ text: 'a\\b "c"\n\td' })
  })
})

describe('the channel of a first touch', () => {
  test('is cut to what PostgreSQL can keep, not through the middle of a character', () => {
    const channel = channelOf({ source: `${'x'.repeat(39)}🌲` }, undefined)
    expect([channel.isWellFormed(), channel.length]).toEqual([true, 40])
  })
})

describe('the documented form and the reader of the hot path', () => {
  const event = {
    id,
    name: 'page_view',
    at: '2026-11-19T01:41:00Z',
    props: { a: 1, b: ['x'], c: { d: null } },
  }
  const whole = {
    key: 'wk_x',
    sentAt: now,
    anonymousId: 'browser-1',
    sessionId: 'session-1',
    consent: 'granted',
    test: true,
    firstTouch: { utm: { source: 'weibo' }, referrer: 'https://weibo.com/', landing: '/', at: now },
    context: {
      sdk: 'js/1',
      language: 'zh-CN',
      screen: '1x1',
      timeZone: 'Asia/Shanghai',
      utm: { source: 'weibo' },
    },
    events: [
      {
        ...event,
        object: { kind: 'post', id: '1' },
        groupId: '3',
        value: 4,
        page: '/',
        title: 't',
        referrer: '/',
        test: false,
      },
    ],
  }
  const take = (batch: unknown): boolean => {
    try {
      const read = readBatch(JSON.stringify(batch))
      const about = frameBatch(read, browser, { receivedAt: now, bot: false, device: 'mobile' })
      return read.events.every((each) => !('fault' in readEvent(each, about)))
    } catch {
      return false
    }
  }
  test.each([
    ['the whole form', whole, true],
    ['the least form', { events: [{ id, name: 'x' }] }, true],
    ['no events', { events: [] }, false],
    ['a wrong consent', { ...whole, consent: 'maybe' }, false],
    ['a wrong browser id', { ...whole, anonymousId: '<script>' }, false],
    ['a wrong time', { ...whole, sentAt: 'soon' }, false],
    ['a wrong name', { events: [{ ...event, name: 'Nope' }] }, false],
    ['props too deep', { events: [{ ...event, props: { a: { b: { c: 1 } } } }] }, false],
    ['a fraction', { events: [{ ...event, value: 0.5 }] }, false],
    ['too many events', { events: Array.from({ length: 1001 }, () => event) }, false],
  ])('agree about %s', (_, batch, verdict) => {
    expect(batchSchema.safeParse(batch).success).toBe(verdict)
    expect(take(batch)).toBe(verdict)
  })
})
