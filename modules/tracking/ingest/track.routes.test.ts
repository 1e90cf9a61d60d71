import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { Actor } from '#base/access/actor.ts'
import { declaredBy } from '#base/declarations/declared.ts'
import { recordConsents } from '#modules/identity/api.ts'
import { joinCommunity } from '#modules/members/api.ts'
import { membersModule } from '#modules/members/module.ts'
import { testCtx } from '#test/database.ts'
import { useServer } from '#test/server.ts'
import { issueTrackKey, withdrawTrackKey } from '../keys/keys.ts'
import { trackingModule } from '../module.ts'
import { findMemberOfVisitor } from '../visitors/linking.ts'

const server = useServer({
  modules: (parts) => [
    membersModule(
      parts,
      declaredBy(() => []),
    ),
    trackingModule(parts),
  ],
  env: { TRACK_ORIGINS: 'https://shop.example.com' },
})
const ctx = () => testCtx(server().database, undefined, new Date())
const event = (over: Record<string, unknown> = {}) => ({ id: randomUUID(), name: 'page_view', ...over })
const logged = async (id: string) =>
  await server()
    .database.db.selectFrom('event_log')
    .selectAll()
    .where('props', '@>', JSON.stringify({ mark: id }))
    .execute()

let key = ''
const withKey = async () => {
  key ||= (await issueTrackKey(ctx(), { name: '官网' })).secret
  return { headers: { 'x-track-key': key } }
}
/** A member with an account, and the actor of its session. */
async function person(name: string, consent: boolean) {
  const { db } = server().database
  const { id: accountId } = await db
    .insertInto('account')
    .values({ name, email: `${randomUUID()}@example.com` })
    .returning('id')
    .executeTakeFirstOrThrow()
  const memberId = await joinCommunity(ctx(), { accountId, nickname: name })
  const agree = async () => {
    await db
      .insertInto('policy')
      .values({
        code: 'privacy',
        version: 1,
        body_zh: '',
        body_en: '',
        text_hash: 'h',
        published_at: new Date(),
        published_by: 'test',
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    await recordConsents(ctx(), accountId, { analytics: true }, { channel: 'web' })
  }
  if (consent) await agree()
  const actor: Actor = { kind: 'account', accountId, sessionId: '1', name, memberId, suspended: false }
  return { memberId, actor, agree }
}

describe('POST /v1/track', () => {
  test('stores the good events of a batch and says what is wrong with the others, in the caller’s language', async () => {
    const mark = randomUUID()
    const options = await withKey()
    const reply = await server()
      .as()
      .post(
        '/v1/track',
        { events: [event({ props: { mark } }), event({ name: 'Bad name' }), event({ props: { mark } })] },
        { headers: { ...options.headers, 'accept-language': 'en' } },
      )
    expect(reply.status).toBe(200)
    expect(reply.body).toMatchObject({ accepted: 2, duplicates: 0 })
    expect(reply.body.errors).toEqual([
      { index: 1, code: 'bad_name', message: expect.stringContaining('lower-case letters') },
    ])
    expect(await logged(mark)).toHaveLength(2)
  })

  test('T22: answers a repeat with "had it already" and stores nothing twice', async () => {
    const mark = randomUUID()
    const batch = { events: [event({ props: { mark } }), event({ props: { mark } })] }
    const first = await server()
      .as()
      .post('/v1/track', batch, await withKey())
    const again = await server()
      .as()
      .post('/v1/track', batch, await withKey())
    expect([first.body.accepted, again.body.accepted, again.body.duplicates]).toEqual([2, 0, 2])
    expect(await logged(mark)).toHaveLength(2)
  })

  test('needs a key, a session or one of our own pages', async () => {
    const batch = { events: [event()] }
    const nobody = await server().as().post('/v1/track', batch)
    expect([nobody.status, nobody.body.code]).toEqual([401, 'track_key_required'])
    const wrong = await server()
      .as()
      .post('/v1/track', { ...batch, key: `wk_${'x'.repeat(32)}` })
    expect([wrong.status, wrong.body.code]).toEqual([401, 'track_key_unknown'])
    const page = { headers: { 'sec-fetch-site': 'same-origin', origin: server().url } }
    expect((await server().as().post('/v1/track', batch, page)).status).toBe(200)
  })

  test('refuses a withdrawn key', async () => {
    const { key: made, secret } = await issueTrackKey(ctx(), { name: '旧站' })
    await withdrawTrackKey(ctx(), made.id)
    const reply = await server()
      .as()
      .post('/v1/track', { key: secret, events: [event()] })
    expect(reply.body.code).toBe('track_key_unknown')
  })

  test('marks events of a test key', async () => {
    const mark = randomUUID()
    const { secret } = await issueTrackKey(ctx(), { name: '联调', test: true })
    await server()
      .as()
      .post('/v1/track', { key: secret, events: [event({ props: { mark } })] })
    expect((await logged(mark))[0]).toMatchObject({ test: true, actor: expect.stringMatching(/^trackKey:/) })
  })

  test('attaches a signed-in member who agreed, links the browser, and keeps the first touch', async () => {
    const mark = randomUUID()
    const { memberId, actor } = await person('阿澈', true)
    const anonymousId = randomUUID()
    const reply = await server()
      .as(actor)
      .post('/v1/track', {
        anonymousId,
        firstTouch: { utm: { source: 'Xiaohongshu', campaign: '秋日上新' }, landing: '/' },
        events: [event({ props: { mark } })],
      })
    expect(reply.status).toBe(200)
    expect((await logged(mark))[0]).toMatchObject({ member_id: memberId, anonymous_id: anonymousId })
    expect(await findMemberOfVisitor(ctx(), anonymousId)).toBe(memberId)
    const member = await server()
      .database.db.selectFrom('member')
      .selectAll()
      .where('id', '=', memberId)
      .executeTakeFirstOrThrow()
    expect(member.channel).toBe('xiaohongshu')
    expect(member.last_seen_at).not.toBeNull()
  })

  test('L-18: counts a member who did not agree without pointing at him', async () => {
    const mark = randomUUID()
    const { actor } = await person('舟舟', false)
    await server()
      .as(actor)
      .post('/v1/track', {
        anonymousId: randomUUID(),
        sessionId: randomUUID(),
        events: [event({ props: { mark } })],
      })
    expect((await logged(mark))[0]).toMatchObject({
      member_id: null,
      anonymous_id: null,
      session_id: null,
      actor: 'anonymous',
    })
  })

  test('L-02: honours a consent with the next batch', async () => {
    const [before, after] = [randomUUID(), randomUUID()]
    const { memberId, actor, agree } = await person('叶榆', false)
    const send = (mark: string) =>
      server()
        .as(actor)
        .post('/v1/track', { events: [event({ props: { mark } })] })
    await send(before)
    await agree()
    await send(after)
    expect((await logged(before))[0]).toMatchObject({ member_id: null })
    expect((await logged(after))[0]).toMatchObject({ member_id: memberId })
  })

  test('T7: lets nobody attach himself, or invented events, to another member', async () => {
    const { memberId } = await person('韩小禾', true)
    const thief = await person('路人', true)
    const hers = randomUUID()
    const byKey = await server()
      .as()
      .post('/v1/track', { events: [event({ memberId })] }, await withKey())
    expect(byKey.body.errors[0].code).toBe('member_refused')
    const bySession = await server()
      .as(thief.actor)
      .post('/v1/track', { anonymousId: hers, events: [event({ memberId }), event({ name: 'identify' })] })
    expect(bySession.body.errors[0].code).toBe('member_refused')
    // What remains of his batch proves his own identity, nobody else's.
    expect(await findMemberOfVisitor(ctx(), hers)).toBe(thief.memberId)
    // And the first proof holds: another session cannot take the browser over.
    const second = await person('后来者', true)
    await server()
      .as(second.actor)
      .post('/v1/track', { anonymousId: hers, events: [event({ name: 'identify' })] })
    expect(await findMemberOfVisitor(ctx(), hers)).toBe(thief.memberId)
  })

  test('lets a server key name members that exist, and no other key do anything of the kind', async () => {
    const mark = randomUUID()
    const { memberId } = await person('许木', true)
    const api = (scopes: string[]): Actor => ({
      kind: 'apiKey',
      keyId: '9',
      name: 'POS',
      scopes: new Set(scopes),
    })
    const reply = await server()
      .as(api(['tracking.write']))
      .post('/v1/track', {
        events: [
          event({ memberId, name: 'stamp_collected', value: 12_800, props: { mark } }),
          event({ memberId: '999999', name: 'stamp_collected', value: 1 }),
        ],
      })
    expect(reply.body).toMatchObject({ accepted: 1, errors: [{ index: 1, code: 'unknown_member' }] })
    expect((await logged(mark))[0]).toMatchObject({ member_id: memberId, value: '12800', actor: 'apiKey:9' })
    expect(
      (
        await server()
          .as(api(['members.read']))
          .post('/v1/track', { events: [event()] })
      ).status,
    ).toBe(403)
  })

  test('flags robots and staff', async () => {
    const [robot, staff] = [randomUUID(), randomUUID()]
    const options = await withKey()
    await server()
      .as()
      .post(
        '/v1/track',
        { events: [event({ props: { mark: robot } })] },
        {
          headers: { ...options.headers, 'user-agent': 'Mozilla/5.0 (compatible; Baiduspider/2.0)' },
        },
      )
    const { actor } = await person('林晓', true)
    await server()
      .as({
        ...(actor as Extract<Actor, { kind: 'account' }>),
        operator: { role: 'owner', permissions: new Set() },
      })
      .post(
        '/v1/track',
        { events: [event({ props: { mark: staff } })] },
        {
          headers: {
            'user-agent': 'Mozilla/5.0 (Macintosh) AppleWebKit/605.1.15 Version/18.1 Safari/605.1.15',
          },
        },
      )
    expect((await logged(robot))[0]).toMatchObject({ bot: true, staff: false })
    expect((await logged(staff))[0]).toMatchObject({ bot: false, staff: true })
  })

  test('refuses what is not a batch, too many events, too many bytes, and other methods', async () => {
    const options = await withKey()
    const post = (raw: string) =>
      server()
        .as()
        .post('/v1/track', undefined, {
          ...options,
          raw,
          headers: { ...options.headers, 'content-type': 'text/plain' },
        })
    expect((await post('{')).body.code).toBe('batch_malformed')
    expect((await post('[]')).status).toBe(400)
    expect((await post(JSON.stringify({ events: Array.from({ length: 1001 }, () => event()) }))).status).toBe(
      413,
    )
    expect((await post(`{"events":["${'x'.repeat(1_048_576)}"]}`)).status).toBe(413)
    const get = await server().as().get('/v1/track')
    expect([get.status, get.headers.get('allow')]).toEqual([405, expect.stringContaining('POST')])
  })

  test('answers pages of the origins that were named, and no others', async () => {
    const options = await withKey()
    const from = async (origin: string) =>
      (
        await server()
          .as()
          .post('/v1/track', { events: [event()] }, { headers: { ...options.headers, origin } })
      ).headers.get('access-control-allow-origin')
    expect(await from('https://shop.example.com')).toBe('https://shop.example.com')
    expect(await from('https://evil.example.com')).toBeNull()
  })
})

describe('POST /api/track-keys', () => {
  test('shows the key once and keeps it nowhere, also when the request had an idempotency key', async () => {
    const { actor } = await person('林晓', false)
    const owner = server().as({
      ...(actor as Extract<Actor, { kind: 'account' }>),
      operator: { role: 'owner', permissions: new Set(['tracking.keys']) },
    })
    const made = await owner.post(
      '/api/track-keys',
      { name: '官网' },
      { headers: { 'idempotency-key': 'one' } },
    )
    expect(made.body.secret).toMatch(/^wk_/)
    const { rows } = await server().database.pool.query(
      'select 1 from idempotent_answer where strpos(body, $1) > 0',
      [made.body.secret],
    )
    expect(rows).toEqual([])
  })
})

describe('GET /sdk.js', () => {
  test('is served with an ETag that spares sending it again', async () => {
    const first = await server().as().get('/sdk.js')
    expect(first.status).toBe(200)
    expect(first.headers.get('content-type')).toContain('javascript')
    const etag = first.headers.get('etag')!
    const again = await server()
      .as()
      .get('/sdk.js', { headers: { 'if-none-match': etag } })
    expect([again.status, again.text]).toEqual([304, ''])
  })
})
