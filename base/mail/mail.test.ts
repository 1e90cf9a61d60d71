import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Ctx } from '#base/context.ts'
import type { Jobs, Log } from '#base/parts.ts'
import { testCtx, useDatabase } from '#test/database.ts'
import { startSmtp, type TestSmtp } from '#test/smtp.ts'
import { createMail, type MailOptions } from './mail.ts'
import { mailReleaseJob } from './release.ts'
import type { MailSettings } from './settings.ts'
import { mailSweepJob } from './sweep.ts'
import { button, defineMail, paragraph } from './template.ts'
import { type MailTransport, openSmtp } from './transport.ts'

const hello = defineMail<{ name: string; url: string }>({
  name: 'test.hello',
  compose: ({ name, url }, { say }) => ({
    subject: say({ zh: '{name}，欢迎来到 {brand}', en: '{name}, welcome to {brand}' }, { name }),
    preview: '',
    blocks: [paragraph(say({ zh: '你好', en: 'Hello' })), button('打开', url)],
  }),
})

const silent: Log = {
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: () => {},
  child: () => silent,
}

const jobRun = {
  id: '1',
  attempt: 1,
  requestedBy: 'system:test',
  signal: new AbortController().signal,
  progress: async () => {},
}

describe('mail', () => {
  const database = useDatabase()
  let smtp: TestSmtp
  let transport: MailTransport
  let wanted: { run: () => Promise<unknown> }[] = []

  beforeAll(async () => {
    smtp = await startSmtp()
    transport = openSmtp(smtp.url)
  })
  afterAll(async () => {
    transport?.close()
    await smtp?.close()
  })
  beforeEach(async () => {
    smtp.received.length = 0
    smtp.refusal = undefined
    smtp.breaksAfterTaking = () => false
    wanted = []
    await database().db.deleteFrom('mail').execute()
  })

  /** Collects what is asked for; the queue itself has its own tests. */
  const jobs: Pick<Jobs, 'enqueue'> = {
    async enqueue(ctx, job, input) {
      wanted.push({
        run: () => job.run({ ...ctx, db: database().db }, job.input.parse(input), jobRun),
      })
      return '1'
    },
  }
  const settings = (): MailSettings => ({
    baseUrl: 'https://hill.example',
    from: '山丘咖啡 <noreply@hill.example>',
    key: Buffer.alloc(32, 7),
    sends: true,
    transport: () => transport,
    log: silent,
    retentionDays: 180,
  })
  const system = (more: Partial<MailOptions> = {}) =>
    createMail({
      ...settings(),
      brand: async () => ({ name: '山丘咖啡' }),
      jobs,
      ...more,
    })
  const ask = (
    ctx: Ctx,
    more: { to?: string; key?: string; name?: string; unsubscribeUrl?: string } = {},
  ) => ({
    to: more.to ?? 'xu@example.com',
    template: hello,
    locale: ctx.locale,
    values: { name: more.name ?? '许木', url: 'https://hill.example/start?token=canary-7f3a' },
    key: more.key,
    unsubscribeUrl: more.unsubscribeUrl,
  })
  const rows = () => database().db.selectFrom('mail').selectAll().orderBy('id').execute()

  test('leaves once, with subject, sender and both forms readable at the other end', async () => {
    const ctx = testCtx(database())
    await system().send(ctx, ask(ctx))
    await wanted[0]?.run()
    expect(smtp.received).toHaveLength(1)
    const [{ mail }] = smtp.received as [TestSmtp['received'][number]]
    expect(mail.subject).toBe('许木，欢迎来到 山丘咖啡')
    expect(mail.from?.text).toContain('山丘咖啡')
    expect(mail.text).toContain('https://hill.example/start?token=canary-7f3a')
    expect(mail.html).toContain('href="https://hill.example/start?token=canary-7f3a"')
    expect(mail.headers.get('auto-submitted')).toBe('auto-generated')
    expect((await rows())[0]).toMatchObject({ state: 'sent', content: null, smtp_code: 250, attempts: 1 })
  })

  test('S0-55 the same key asks once, and a job that runs twice sends once', async () => {
    const ctx = testCtx(database())
    for (let time = 0; time < 3; time++) await system().send(ctx, ask(ctx, { key: 'welcome:1' }))
    expect(wanted).toHaveLength(1)
    await Promise.all([wanted[0]?.run(), wanted[0]?.run()])
    expect(smtp.received).toHaveLength(1)
  })

  test('nothing is queued when the verb that asked is undone', async () => {
    const ctx = testCtx(database())
    await expect(
      database()
        .db.transaction()
        .execute(async (tx) => {
          await system().send({ ...ctx, db: tx }, ask(ctx))
          throw new Error('undone')
        }),
    ).rejects.toThrow('undone')
    expect(await rows()).toEqual([])
  })

  test('G19: a connection lost after the server took the mail repeats it with the same Message-ID', async () => {
    const ctx = testCtx(database())
    await system().send(ctx, ask(ctx))
    smtp.breaksAfterTaking = () => true
    await expect(wanted[0]?.run()).rejects.toThrow()
    expect((await rows())[0]).toMatchObject({ state: 'queued', attempts: 1 })
    smtp.breaksAfterTaking = () => false
    await wanted[0]?.run()
    expect(smtp.received).toHaveLength(2)
    expect(smtp.received[0]?.mail.messageId).toBe(smtp.received[1]?.mail.messageId)
    expect((await rows())[0]).toMatchObject({ state: 'sent', attempts: 2, error: null })
  })

  test('a passing refusal is tried again, a final one is written down and is not', async () => {
    const ctx = testCtx(database())
    await system().send(ctx, ask(ctx))
    smtp.refusal = { code: 451, text: 'Try later' }
    await expect(wanted[0]?.run()).rejects.toThrow('Try later')
    expect((await rows())[0]).toMatchObject({ state: 'queued' })
    smtp.refusal = { code: 550, text: 'No such mailbox' }
    await wanted[0]?.run()
    expect((await rows())[0]).toMatchObject({ state: 'failed', smtp_code: 550, content: null })
    smtp.refusal = undefined
    await wanted[0]?.run()
    expect(smtp.received).toHaveLength(0)
  })

  test('T23 line ends in a name make neither headers nor recipients', async () => {
    const ctx = testCtx(database())
    await system().send(ctx, ask(ctx, { name: 'A\r\nBcc: victim@example.com\r\nX-Evil: 1\u2028' }))
    await system().send(ctx, ask(ctx, { to: 'a@example.com\r\nBcc: victim@example.com' }))
    await system().send(ctx, ask(ctx, { to: 'a@example.com, victim@example.com' }))
    expect(wanted).toHaveLength(1)
    await wanted[0]?.run()
    expect(smtp.received.map((each) => each.recipients)).toEqual([['xu@example.com']])
    expect(smtp.received[0]?.mail.headers.has('bcc')).toBe(false)
    expect(smtp.received[0]?.mail.headers.has('x-evil')).toBe(false)
  })

  test('T23 a template cannot point to another site', async () => {
    const ctx = testCtx(database())
    const away = { ...ask(ctx), values: { name: 'x', url: 'https://evil.example/' } }
    await expect(system().send(ctx, away)).rejects.toThrow('points away')
  })

  test('T23 an account that asks for too many is refused, a flooded recipient is spared in silence', async () => {
    const sender = await database()
      .db.insertInto('account')
      .values({ name: '唐果', email: 'tang@example.com' })
      .returning('id')
      .executeTakeFirstOrThrow()
    const ctx = testCtx(database(), {
      kind: 'account',
      accountId: sender.id,
      sessionId: '1',
      name: '唐果',
      suspended: false,
    })
    const capped = system({ caps: { perSender: 5, perRecipient: 2 } })
    const attempts = await Promise.allSettled(
      Array.from({ length: 8 }, (_, index) => capped.send(ctx, ask(ctx, { to: `m${index}@example.com` }))),
    )
    expect(attempts.filter((each) => each.status === 'fulfilled')).toHaveLength(5)
    const visitor = testCtx(database(), { kind: 'anonymous' })
    for (let time = 0; time < 4; time++)
      await capped.send(visitor, ask(visitor, { to: 'victim@example.com' }))
    const states = (await rows()).filter((row) => row.recipient === 'victim@example.com')
    expect(states.map((row) => row.state)).toEqual(['queued', 'queued', 'dropped', 'dropped'])
  })

  test('what is of use later is held, and leaves in its turn as soon as the hour has room', async () => {
    const caps = { perRecipient: 2 }
    const capped = system({ caps })
    const at = (minutes: number) => {
      const ctx = testCtx(database())
      return { ...ctx, now: new Date(ctx.now.getTime() + minutes * 60_000) }
    }
    const send = (ctx: Ctx, key: string) => capped.send(ctx, { ...ask(ctx, { key }), later: true })
    const release = mailReleaseJob({ ...settings(), caps, jobs })
    const states = async () =>
      (await rows())
        .sort((one, other) => Number(one.id) - Number(other.id))
        .map(({ key, state }) => `${key} ${state}`)
    for (const key of ['a', 'b', 'c', 'd', 'e']) await send(at(0), key)
    expect(await states()).toEqual(['a queued', 'b queued', 'c held', 'd held', 'e held'])
    for (const { run } of wanted.splice(0)) await run()
    expect(smtp.received).toHaveLength(2)

    // Nobody passes who waits, and nothing leaves before the hour is over.
    await release.run(at(59), {}, jobRun)
    expect(wanted).toHaveLength(0)
    await send(at(61), 'f')
    expect((await states()).at(-1)).toBe('f held')
    await Promise.all([release.run(at(61), {}, jobRun), release.run(at(61), {}, jobRun)])
    expect(await states()).toEqual(['a sent', 'b sent', 'c queued', 'd queued', 'e held', 'f held'])
    for (const { run } of wanted.splice(0)) await run()
    expect(smtp.received).toHaveLength(4)

    // Those that were let go count from then on.
    await release.run(at(119), {}, jobRun)
    expect(wanted).toHaveLength(0)
    await release.run(at(122), {}, jobRun)
    expect(wanted).toHaveLength(2)
  })

  test('what found no room for days is dropped, and said to be', async () => {
    const ctx = testCtx(database())
    const capped = system({ caps: { perRecipient: 1 } })
    for (const key of ['a', 'b']) await capped.send(ctx, { ...ask(ctx, { key }), later: true })
    const later = { ...ctx, now: new Date(ctx.now.getTime() + 4 * 86_400_000) }
    await mailSweepJob(settings()).run(later, {}, jobRun)
    expect((await rows()).find(({ key }) => key === 'b')).toMatchObject({ state: 'dropped', content: null })
  })

  test('G38: a dump of the table holds no link, and no mail at all once it left', async () => {
    const ctx = testCtx(database())
    await system().send(ctx, ask(ctx))
    const dump = async () =>
      JSON.stringify(
        (await rows()).map((row) => ({ ...row, content: row.content?.toString('latin1') ?? null })),
      )
    expect(await dump()).not.toContain('canary-7f3a')
    await wanted[0]?.run()
    expect((await rows())[0]?.content).toBeNull()
    // Control: the canary is found when it is there.
    await database().db.updateTable('mail').set({ error: 'token=canary-7f3a' }).execute()
    expect(await dump()).toContain('canary-7f3a')
  })

  test('marketing can be stopped with one click from the mail program', async () => {
    const ctx = testCtx(database())
    await system().send(ctx, ask(ctx, { unsubscribeUrl: 'https://hill.example/unsubscribe/abc' }))
    await wanted[0]?.run()
    const [{ mail }] = smtp.received as [TestSmtp['received'][number]]
    expect(mail.headerLines.map((line) => line.line)).toContain(
      'List-Unsubscribe: <https://hill.example/unsubscribe/abc>',
    )
    expect(mail.headerLines.map((line) => line.line)).toContain(
      'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
    )
    expect(mail.text).toContain('退订')
  })

  test('without SMTP it stays in the mailbox, and people without an address get none', async () => {
    const ctx = testCtx(database())
    await system({ sends: false }).send(ctx, ask(ctx))
    await system({ sends: false }).send(ctx, ask(ctx, { to: 'wechat-1@people.invalid' }))
    expect(wanted).toHaveLength(0)
    expect((await rows()).map((row) => row.state)).toEqual(['kept'])
  })

  test('content is cleared after a week and the record after the retention of logs', async () => {
    const ctx = testCtx(database())
    const mails = system({ sends: false })
    await mails.send(ctx, ask(ctx))
    const sweep = mailSweepJob(settings())
    const later = (days: number) => ({ ...ctx, now: new Date(ctx.now.getTime() + days * 86_400_000) })
    await sweep.run(later(6), {}, jobRun)
    expect((await rows())[0]?.content).not.toBeNull()
    await sweep.run(later(8), {}, jobRun)
    expect((await rows())[0]).toMatchObject({ content: null, state: 'kept' })
    await sweep.run(later(181), {}, jobRun)
    expect(await rows()).toEqual([])
  })
})
