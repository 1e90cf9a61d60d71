import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { mailSendJob } from '#base/mail/send.ts'
import { mailSettings } from '#base/mail/settings.ts'
import { type MailTransport, openSmtp } from '#base/mail/transport.ts'
import { documentOf, openRoom, type Person, type Room, write } from '#test/coffee-room.ts'
import { type Postman, postmanOf } from '#test/postman.ts'
import { startTestProduct, type TestProduct } from '#test/product.ts'
import { startSmtp, type TestSmtp } from '#test/smtp.ts'
import { sendDigests } from './digest.ts'
import { findDue } from './due.sql.ts'

let smtp: TestSmtp
let transport: MailTransport
let product: TestProduct
let room: Room
let postman: Postman
let author: Person
let helper: Person

/** A moment of one week in the zone of the community; the 16th is a Monday. */
const at = (day: number, hour: number, minute = 0) =>
  new Date(`2026-11-${day}T${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}:00+08:00`)

beforeAll(async () => {
  smtp = await startSmtp()
  transport = openSmtp(smtp.url)
  product = await startTestProduct()
  room = await openRoom(product, 3)
  postman = postmanOf(product)
  ;[author, helper] = room.members as [Person, Person]
  await product.database.pool.query('update account set email_verified = true')
  await postman.deliver(at(16, 6))
})
afterAll(async () => {
  await product?.close()
  transport?.close()
  await smtp?.close()
})
beforeEach(async () => {
  smtp.received.length = 0
  for (const table of ['notice', 'digest_mail', 'engage_clock', 'notice_time', 'mail'])
    await product.database.pool.query(`delete from ${table}`)
})

const news = async (text: string, now: Date, title = '怎么救这支耶加？') => {
  const postId = await write(room.host, room.chat, '先占个位')
  await product.database.pool.query('update post set author_id = $1, title = $2 where id = $3', [
    author.memberId,
    title,
    postId,
  ])
  const reply = await helper.client.post(`/api/site/posts/${postId}/comments`, { document: documentOf(text) })
  expect(reply.status, reply.text).toBe(201)
  await postman.deliver(now)
  return postId
}

/** One run of the job at `now`, and then the mails that it queued, through real SMTP. */
async function run(now: Date): Promise<number> {
  const ctx = postman.ctx(now)
  const sent = await sendDigests(ctx, postman.parts)
  const settings = { ...mailSettings(product.process.parts), sends: true }
  const { rows } = await product.database.pool.query(
    `update mail set state = 'queued' where state = 'kept' returning id`,
  )
  const job = mailSendJob({ ...settings, transport: () => transport })
  for (const { id } of rows)
    await job.run(
      ctx,
      { mailId: id },
      {
        id: '0',
        attempt: 1,
        requestedBy: 'test',
        signal: new AbortController().signal,
        progress: async () => undefined,
      },
    )
  return sent
}

describe('the digest', () => {
  test('T35 leaves at the hour of the member with what he has not read, and once a day', async () => {
    const postId = await news('把研磨调细两格', at(16, 15))
    await run(at(17, 7, 50))
    expect(smtp.received).toEqual([])
    await run(at(17, 8, 5))
    expect(smtp.received).toHaveLength(1)
    const { mail, recipients } = smtp.received[0]!
    expect(recipients).toHaveLength(1)
    expect(mail.subject).toBe('山丘咖啡：1 条消息等你看')
    expect(mail.text).toContain('回复了你的帖子「怎么救这支耶加？」「把研磨调细两格」')
    expect(mail.text).toContain(`${product.url}/inbox`)
    // The same state is never mailed twice; a newer reply is, on the next day.
    await run(at(17, 8, 20))
    await run(at(18, 8, 5))
    expect(smtp.received).toHaveLength(1)
    await helper.client.post(`/api/site/posts/${postId}/comments`, { document: documentOf('又试了一次') })
    await postman.deliver(at(18, 9))
    await run(at(18, 9, 5))
    expect(smtp.received).toHaveLength(1)
    await run(at(19, 8, 5))
    expect(smtp.received).toHaveLength(2)
  })

  test('loses nothing of a member who moves his hour on the day of a mail: the next one tells him', async () => {
    await news('早上的回复', at(16, 15))
    await run(at(17, 8, 5))
    expect(smtp.received).toHaveLength(1)
    await news('中午的回复', at(17, 12))
    await author.client.patch('/api/member/notice-settings', { digestHour: 20 })
    await run(at(17, 20, 5))
    expect(smtp.received).toHaveLength(1)
    await run(at(18, 20, 5))
    expect(smtp.received).toHaveLength(2)
    expect(smtp.received[1]!.mail.text).toContain('中午的回复')
  })

  test('is never empty: what was read, put away or may not be seen any more makes no mail', async () => {
    await news('会被读掉', at(16, 15))
    await author.client.put('/api/member/inbox/read', { until: at(17, 0).toISOString() })
    await news('会被撤掉', at(16, 16))
    await product.database.pool.query(
      `update comment set state = 'removed', state_by = 'test', state_at = now() where plain = '会被撤掉'`,
    )
    expect(await run(at(17, 8, 5))).toBe(0)
    expect(smtp.received).toEqual([])
  })

  test('S2-08 says nothing of a board that the reader may not see any more', async () => {
    await news('只有群里人知道的话', at(16, 15))
    const see = async (who: string) =>
      await product.database.pool.query(
        `update board_grant set who = $1 where action = 'see' and board_id = $2`,
        [who, room.chat],
      )
    await see('members')
    await product.database.pool.query(
      `update group_membership set left_at = now(), left_how = 'left', left_by = 'test' where member_id = $1`,
      [author.memberId],
    )
    expect(await run(at(17, 8, 5))).toBe(0)
    expect(smtp.received).toEqual([])
    await product.database.pool.query(
      `update group_membership set left_at = null, left_how = null, left_by = null where member_id = $1`,
      [author.memberId],
    )
    // Control: with the right back, there is something to say.
    await news('又能看到了', at(17, 15))
    expect(await run(at(18, 8, 5))).toBe(1)
    await see('anyone')
  })

  test('comes weekly on the chosen day, not at all when off, paused or unproved', async () => {
    const settings = async (body: object) =>
      expect((await author.client.patch('/api/member/notice-settings', body)).status).toBe(200)
    await settings({ digest: 'weekly', digestDay: 4, digestHour: 19 })
    await news('周报', at(16, 15))
    for (const day of [16, 17, 18]) expect(await run(at(day, 19, 5)), String(day)).toBe(0)
    expect(await run(at(19, 19, 5))).toBe(1)
    await settings({ digest: 'off' })
    await news('不发', at(20, 15))
    expect(await run(at(26, 19, 5))).toBe(0)
    await settings({ digest: 'daily', digestHour: 8, pausedUntil: at(27, 12).toISOString() })
    expect(await run(at(27, 8, 5))).toBe(0)
    expect(await run(at(28, 8, 5))).toBe(1)
    await news('没验证的邮箱', at(28, 15))
    await product.database.pool.query('update account set email_verified = false')
    expect(await run(at(29, 8, 5))).toBe(0)
    await product.database.pool.query('update account set email_verified = true')
  })

  test('G16 after a stop nobody is left out and nobody gets two; after a long one the morning is over', async () => {
    await news('停机的时候', at(16, 15))
    await run(at(16, 20))
    // Down from 7 to 10: the mail of eight leaves at ten, once.
    await run(at(17, 7))
    expect(await run(at(17, 10))).toBe(1)
    expect(await run(at(17, 10, 15))).toBe(0)
    await news('停得太久', at(17, 15))
    await run(at(17, 23))
    expect(await run(at(18, 20))).toBe(0)
    expect(await run(at(19, 8))).toBe(1)
  })

  test('two runs at the same time send one mail', async () => {
    await news('一起跑', at(16, 15))
    const runs = await Promise.all([1, 2, 3].map(() => sendDigests(postman.ctx(at(17, 8, 5)), postman.parts)))
    expect(runs.reduce((sum, sent) => sum + sent, 0)).toBe(1)
  })

  test('each time zone has its own morning, also where clocks are moved', async () => {
    await news('时区', at(16, 15))
    const due = async (from: string, to: string) =>
      (await findDue(postman.ctx(), { from: new Date(from), to: new Date(to), after: '0', limit: 10 })).map(
        ({ day }) => day,
      )
    await product.database.pool.query(
      `update account set time_zone = 'America/New_York' where id = (select account_id from member where id = $1)`,
      [author.memberId],
    )
    expect(await due('2026-11-17T12:59:00Z', '2026-11-17T13:00:00Z')).toEqual(['2026-11-17'])
    expect(await due('2026-11-17T13:00:00Z', '2026-11-17T14:00:00Z')).toEqual([])
    // Clocks went forward on 8 March 2026: eight o’clock is 12:00 UTC.
    expect(await due('2026-03-08T11:59:00Z', '2026-03-08T12:00:00Z')).toEqual(['2026-03-08'])
    await product.database.pool.query('update account set time_zone = null')
  })
})

describe('stopping it', () => {
  async function link(): Promise<string> {
    await news('退订', at(16, 15))
    await run(at(17, 8, 5))
    const { mail } = smtp.received.at(-1)!
    expect(mail.headers.get('list')).toMatchObject({
      unsubscribe: { url: expect.stringContaining(`${product.url}/unsubscribe/`) },
    })
    expect(mail.headerLines).toContainEqual({
      key: 'list-unsubscribe-post',
      line: 'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
    })
    return (mail.headers.get('list') as unknown as { unsubscribe: { url: string } }).unsubscribe.url
  }

  test('RFC 8058: one POST by the mail program stops it, without signing in; opening the link changes nothing', async () => {
    const url = await link()
    const how = async () => (await author.client.get('/api/member/notice-settings')).body.digest
    const opened = await fetch(url, { redirect: 'manual' })
    expect(opened.status).toBe(303)
    expect(opened.headers.get('location')).toMatch(/^\/stop-mail\/[\w-]+$/)
    expect(await how()).toBe('daily')
    const posted = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'List-Unsubscribe=One-Click',
    })
    expect(posted.status).toBe(204)
    expect(await how()).toBe('off')
    // The page lets him choose again.
    const token = url.slice(url.lastIndexOf('/') + 1)
    expect((await product.nobody.get(`/api/stop-mail/${token}`)).body).toEqual({ digest: 'off' })
    await product.nobody.put(`/api/stop-mail/${token}`, { digest: 'weekly' })
    expect(await how()).toBe('weekly')
  })

  test('a link that was made up or changed opens nothing', async () => {
    const url = await link()
    const token = url.slice(url.lastIndexOf('/') + 1)
    const changed = `${token.slice(0, -2)}${token.endsWith('AA') ? 'BB' : 'AA'}`
    for (const each of [changed, 'A'.repeat(60)]) {
      const reply = await product.nobody.put(`/api/stop-mail/${each}`, { digest: 'off' })
      expect([reply.status, reply.body.code]).toEqual([404, 'link_invalid'])
    }
    expect((await author.client.get('/api/member/notice-settings')).body.digest).toBe('daily')
  })
})
