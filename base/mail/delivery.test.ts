import type { PgBoss } from 'pg-boss'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startBoss } from '#base/jobs/boss.ts'
import { declareQueues, jobQueue } from '#base/jobs/queue.ts'
import { type Working, workOff } from '#base/jobs/work.ts'
import { type Listener, openListener } from '#base/live/listener.ts'
import type { Jobs, Log } from '#base/parts.ts'
import { testCtx, useDatabase } from '#test/database.ts'
import { startSmtp, type TestSmtp } from '#test/smtp.ts'
import { createMail } from './mail.ts'
import { mailSendJob } from './send.ts'
import type { MailSettings } from './settings.ts'
import { defineMail, paragraph } from './template.ts'
import { type MailTransport, openSmtp } from './transport.ts'

const note = defineMail<{ number: number }>({
  name: 'test.note',
  compose: ({ number }) => ({ subject: `第 ${number} 封`, preview: '', blocks: [paragraph('你好')] }),
})
const quiet: Log = { debug() {}, info() {}, warn() {}, error() {}, child: () => quiet }

describe('mail through the queue', () => {
  const database = useDatabase()
  let smtp: TestSmtp
  let transport: MailTransport
  let listener: Listener
  let boss: PgBoss
  let queue: Jobs
  const working: Working[] = []

  beforeAll(async () => {
    smtp = await startSmtp()
    transport = openSmtp(smtp.url)
    listener = openListener({ url: database().url })
    await listener.ready
    boss = await startBoss({ connection: database(), listener, supervises: true, log: quiet })
    const jobs = [mailSendJob(settings())]
    await declareQueues(boss, jobs)
    queue = jobQueue(boss, () => jobs)
    // Two workers, as two processes would be.
    for (let worker = 0; worker < 2; worker++)
      working.push(
        await workOff({
          boss,
          connection: database(),
          listener,
          jobs,
          log: quiet,
          tell: async () => {},
          pollSeconds: 0.5,
        }),
      )
  })
  afterAll(async () => {
    for (const each of working) await each.stop(1_000)
    await boss?.stop({ graceful: false })
    await listener?.close()
    transport?.close()
    await smtp?.close()
  })

  const settings = (): MailSettings => ({
    baseUrl: 'https://hill.example',
    from: 'noreply@hill.example',
    key: Buffer.alloc(32, 7),
    sends: true,
    transport: () => transport,
    log: quiet,
    retentionDays: 180,
  })

  test('G19: with connections that break after the mail was taken, none is missing and repeats are seen as such', async () => {
    const broken = new Set([3, 11, 19, 24])
    smtp.breaksAfterTaking = (count) => broken.has(count)
    const mail = createMail({ ...settings(), brand: async () => ({ name: '山丘咖啡' }), jobs: queue })
    const ctx = { ...testCtx(database()), now: new Date() }
    for (let number = 1; number <= 40; number++)
      await mail.send(ctx, {
        to: `m${number}@example.com`,
        template: note,
        locale: 'zh-CN',
        values: { number },
      })
    const left = async () =>
      Number(
        (
          await database()
            .db.selectFrom('mail')
            .where('state', '<>', 'sent')
            .select((each) => each.fn.countAll<string>().as('count'))
            .executeTakeFirstOrThrow()
        ).count,
      )
    await expect.poll(left, { timeout: 15_000, interval: 100 }).toBe(0)
    const ids = smtp.received.map(({ mail }) => mail.messageId)
    expect(new Set(smtp.received.map(({ mail }) => mail.subject)).size).toBe(40)
    expect(new Set(ids).size).toBe(40)
    expect(ids.length - 40).toBeLessThanOrEqual(broken.size)
    // Control: the breaks did happen, so something was repeated.
    expect(ids.length).toBeGreaterThan(40)
  })
})
