import { describe, expect, test } from 'vitest'
import type { Actor } from '#base/access/actor.ts'
import { createMail } from '#base/mail/mail.ts'
import { mailSettings } from '#base/mail/settings.ts'
import { button, defineMail, paragraph } from '#base/mail/template.ts'
import { testCtx } from '#test/database.ts'
import { useServer } from '#test/server.ts'
import { mailboxModule } from './module.ts'

const link = defineMail<{ url: string }>({
  name: 'test.link',
  compose: ({ url }) => ({
    subject: '登录链接',
    preview: '',
    blocks: [paragraph('<b>你好</b>'), button('登录', url)],
  }),
})
const owner: Actor = {
  kind: 'account',
  accountId: '1',
  sessionId: '1',
  name: '林晓',
  suspended: false,
  operator: { role: 'owner', permissions: new Set(['mailbox.read']) },
}
const viewer: Actor = { ...owner, operator: { role: 'viewer', permissions: new Set(['system.read']) } }

describe('the mailbox', () => {
  const server = useServer({ modules: (parts) => [mailboxModule(parts)] })
  const production = useServer({
    modules: (parts) => [mailboxModule(parts)],
    env: { NODE_ENV: 'production', SMTP_URL: 'smtp://127.0.0.1:1' },
  })

  test('is the owner’s alone, because its links sign in as anybody', () => {
    const { permissions = [] } = mailboxModule(server().parts)
    expect(permissions.map(({ name, roles, scope }) => [name, roles, scope])).toEqual([
      ['mailbox.read', ['owner'], undefined],
    ])
  })

  const keep = async (count: number) => {
    const { parts, database, url } = server()
    const mail = createMail({
      ...mailSettings(parts),
      brand: async () => ({ name: '山丘咖啡' }),
      jobs: { enqueue: async () => '' },
    })
    const ctx = testCtx(database)
    for (let time = 0; time < count; time++)
      await mail.send(ctx, {
        to: `m${time}@example.com`,
        template: link,
        locale: 'zh-CN',
        values: { url: `${url}/sign-in?token=abc` },
      })
  }

  test('lists what is kept, newest first, page by page', async () => {
    await keep(35)
    const first = await server().as(owner).get('/api/mailbox')
    expect(first.body.items).toHaveLength(30)
    expect(first.body.items[0]).toMatchObject({ to: 'm34@example.com', subject: '登录链接', state: 'kept' })
    const second = await server()
      .as(owner)
      .get('/api/mailbox', { query: { cursor: first.body.next } })
    expect(second.body.items.map((each: { to: string }) => each.to)).toEqual(
      [4, 3, 2, 1, 0].map((index) => `m${index}@example.com`),
    )
    expect(second.body.next).toBeNull()
  })

  test('shows the mail in a frame in which nothing runs', async () => {
    await keep(1)
    const [{ id }] = (await server().as(owner).get('/api/mailbox')).body.items
    const mail = await server().as(owner).get(`/api/mailbox/${id}`)
    expect(mail.body.text).toContain('/sign-in?token=abc')
    const page = await server().as(owner).get(mail.body.htmlUrl)
    expect(page.text).toContain('&lt;b&gt;你好&lt;/b&gt;')
    const policy = page.headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toMatch(/sandbox allow-popups allow-popups-to-escape-sandbox$/)
    expect(policy).not.toContain('allow-scripts')
  })

  test('G32: only who may do everything reads it, for it holds sign-in links', async () => {
    expect((await server().as(viewer).get('/api/mailbox')).status).toBe(403)
    expect((await server().as().get('/api/mailbox')).status).toBe(401)
    expect((await server().as(owner).get('/api/mailbox/999999')).status).toBe(404)
  })

  test('with SMTP in production there is no mailbox', async () => {
    expect((await production().as(owner).get('/api/mailbox')).status).toBe(404)
  })
})
