import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '#base/access/actor.ts'
import { transact } from '#base/context.ts'
import { testCtx, useDatabase } from '#test/database.ts'
import { notifyCarrier } from './carrier.ts'
import { type Listener, openListener } from './listener.ts'
import { type LiveHub, openLive } from './live.ts'
import { encodeStale } from './message.ts'
import { type LiveStreams, liveStreams, usualLimits } from './stream.ts'

const database = useDatabase()

type Account = Extract<Actor, { kind: 'account' }>
const member = (accountId: string, memberId = accountId): Account => ({
  kind: 'account',
  accountId,
  memberId,
  sessionId: `${accountId}0`,
  name: `Member ${accountId}`,
  suspended: false,
})
const operator = (accountId: string, permissions: string[] = []): Account => ({
  ...member(accountId),
  operator: { role: 'operator', permissions: new Set(permissions) },
})

let listener: Listener
let hub: LiveHub
let streams: LiveStreams
const gone: AbortController[] = []

beforeEach(async () => {
  listener = openListener({ url: database().url, beatMs: 200 })
  await listener.ready
  hub = openLive({
    carrier: notifyCarrier(listener),
    listener,
  })
  hub.allow([{ root: 'posts', visibleTo: (actor) => actor.kind === 'account' }])
  await listener.settled()
  streams = liveStreams(hub, { ...usualLimits, perAccount: 3, perAddress: 5, buffer: 2_000, beatMs: 100 })
})
afterEach(async () => {
  for (const each of gone.splice(0)) each.abort()
  await hub.close()
  await listener.close()
})

/** Opens a stream and collects what it says. */
function look(actor: Account, { lastEventId = null as string | null, ip = '10.0.0.1' } = {}) {
  const leave = new AbortController()
  gone.push(leave)
  const response = streams.answer({ actor, ip, lastEventId, signal: leave.signal })
  const seen = { text: '', ended: false, response, leave }
  void (async () => {
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader()
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      seen.text += value
    }
    seen.ended = true
  })()
  return seen
}

const publish = (keys: string[][]) => transact(testCtx(database()), (ctx) => hub.publish(ctx, keys))

describe('the live channel', () => {
  test('tells stale keys at commit, to every process, and not what was undone', async () => {
    const here = look(member('1'))
    const otherListener = openListener({ url: database().url })
    await otherListener.ready
    const other = openLive({ carrier: notifyCarrier(otherListener), listener: otherListener })
    await otherListener.settled()
    const elsewhere: unknown[] = []
    other.subscribe(operator('9'), (event) => elsewhere.push(event))
    await transact(testCtx(database()), async (ctx) => {
      await hub.publish(ctx, [['posts', 'undone']])
      throw new Error('no')
    }).catch(() => undefined)
    await publish([['posts', '7']])
    await expect.poll(() => here.text).toContain('event: stale\ndata: {"keys":[["posts","7"]]}')
    await expect.poll(() => elsewhere).toEqual([{ type: 'stale', keys: [['posts', '7']] }])
    expect(here.text).not.toContain('undone')
    await other.close()
    await otherListener.close()
  })

  test('tells each person only what that person may know', async () => {
    const alice = look(member('1'))
    const bob = look(member('2'), { ip: '10.0.0.2' })
    const staff = look(operator('3'), { ip: '10.0.0.3' })
    const suspended = look({ ...operator('4'), suspended: true }, { ip: '10.0.0.4' })
    await publish([
      ['account', '1'],
      ['member', '2'],
      ['members', '5'],
      ['posts', 'last'],
    ])
    await expect.poll(() => bob.text + alice.text + staff.text).toMatch(/last.*last.*last/s)
    expect(alice.text).toContain('[["account","1"],["posts","last"]]')
    expect(bob.text).toContain('[["member","2"],["posts","last"]]')
    expect(staff.text).toContain('[["members","5"],["posts","last"]]')
    expect(suspended.text).not.toContain('stale')
  })

  test('tells the news of a job to who asked for it and to who may see the system, nobody else', async () => {
    const asker = look(member('1'))
    const stranger = look(member('2'), { ip: '10.0.0.2' })
    const admin = look(operator('3', ['system.read']), { ip: '10.0.0.3' })
    const plain = look(operator('4'), { ip: '10.0.0.4' })
    const job = { id: 'j1', name: 'members.export', state: 'active', requestedBy: 'account:1' } as const
    await hub.tellJob(testCtx(database()), { ...job, done: 3, total: 9 })
    await publish([['posts', 'end']])
    for (const each of [asker, stranger, admin, plain]) await expect.poll(() => each.text).toContain('end')
    expect(asker.text).toContain(
      'event: job\ndata: {"id":"j1","name":"members.export","state":"active","done":3',
    )
    expect(admin.text).toContain('"id":"j1"')
    expect(stranger.text + plain.text).not.toContain('j1')
    expect(asker.text).not.toContain('requestedBy')
  })

  test('G35: ends the stream of a revoked session, account or of everyone within a second', async () => {
    const session = look(member('1'))
    const account = look(member('2'), { ip: '10.0.0.2' })
    const other = look(member('3'), { ip: '10.0.0.3' })
    const revoked = Date.now()
    await sql`select pg_notify('session_revoked', 'session:10'), pg_notify('session_revoked', 'account:2')`.execute(
      database().db,
    )
    await expect.poll(() => session.ended && account.ended).toBe(true)
    expect(Date.now() - revoked).toBeLessThan(1_000)
    expect(other.ended).toBe(false)
    await sql`select pg_notify('session_revoked', 'everyone')`.execute(database().db)
    await expect.poll(() => other.ended).toBe(true)
    expect(hub.subscribers).toBe(0)
    expect(streams.open).toBe(0)
  })

  test('ends all streams when its own connection was cut: a revocation may have been missed', async () => {
    const somebody = look(member('1'))
    await sql`select pg_terminate_backend(pid) from pg_stat_activity
      where application_name = 'juluo-listener' and datname = current_database()`.execute(database().db)
    await expect.poll(() => somebody.ended, { timeout: 3_000 }).toBe(true)
    const again = look(member('1'), { lastEventId: '4' })
    await publish([['posts', 'after']])
    await expect.poll(() => again.text).toContain('after')
  })

  test('tells who comes back that everything is stale', async () => {
    const back = look(member('1'), { lastEventId: '12' })
    await expect.poll(() => back.text).toContain('id: 14\nevent: stale\ndata: {"keys":[[]]}')
  })

  test('beats, and holds no more than the buffer for a client that does not read', async () => {
    const reading = look(member('1'))
    await expect.poll(() => reading.text).toContain(': beat')
    const leave = new AbortController()
    gone.push(leave)
    const slow = streams.answer({
      actor: member('2'),
      ip: '10.0.0.2',
      lastEventId: null,
      signal: leave.signal,
    })
    for (let burst = 0; burst < 20; burst++) {
      await publish(Array.from({ length: 40 }, (_, index) => ['posts', `burst ${burst} ${index}`]))
      await new Promise((done) => setTimeout(done, 45))
    }
    const reader = slow.body!.pipeThrough(new TextDecoderStream()).getReader()
    let text = ''
    await expect
      .poll(async () => {
        text += (await reader.read()).value
        return text
      })
      .toContain('{"keys":[[]]}')
    expect(text.length).toBeLessThan(5_000)
  })

  test('refuses streams beyond what one account or one address may have, and frees what closes', async () => {
    const mine = [look(member('1')), look(member('1')), look(member('1'))]
    expect(() => look(member('1'))).toThrow(/too_many_requests/)
    mine[0]!.leave.abort()
    await expect.poll(() => streams.open).toBe(2)
    look(member('1'))
    look(member('2'))
    look(member('3'))
    expect(() => look(member('4'))).toThrow(/too_many_requests/)
    expect(() => look(member('4'), { ip: '10.9.9.9' })).not.toThrow()
  })

  test('splits many keys so that each message fits into a notification', () => {
    const keys = Array.from({ length: 2_000 }, (_, index) => ['members', String(index), 'timeline'])
    const payloads = encodeStale([...keys, ['huge', 'x'.repeat(9_000)]])
    expect(Math.max(...payloads.map((payload) => Buffer.byteLength(payload)))).toBeLessThan(8_000)
    const told = payloads.flatMap((payload) => (JSON.parse(payload) as { keys: string[][] }).keys)
    expect(told).toEqual([...keys, ['huge']])
  })
})
