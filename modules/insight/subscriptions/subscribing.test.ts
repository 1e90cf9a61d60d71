import { describe, expect, test } from 'vitest'
import type { Ctx } from '#base/context.ts'
import { declaredBy } from '#base/declarations/declared.ts'
import type { Egress } from '#base/parts.ts'
import { expectProblem } from '#test/client.ts'
import { testCtx } from '#test/database.ts'
import { useProduct } from '#test/product.ts'
import { tryRobot } from './robots.ts'
import { changeSubscription, subscribe } from './subscriptions.ts'

const product = useProduct({ env: { ROLES: 'web' } })
const query = async (sql: string) => (await product().database.pool.query(sql)).rows
const accountOf = async (role: 'owner' | 'viewer'): Promise<string> =>
  (await (await product().operator(role)).get('/api/account')).body.id
const fields = { timing: { rhythm: 'daily', hour: 9 } } as const

describe('subscribing', () => {
  test('made by a program goes to no chat, which would see it in nobody’s eyes; a person may let it go there', async () => {
    const robot = await query(`insert into letter_robot (name, kind, address, created_at, created_by)
      values ('运营群', 'wecom', 'sealed', now(), 'test') returning id`)
    const key: Ctx = {
      ...testCtx(product().database),
      actor: {
        kind: 'apiKey',
        keyId: '1',
        name: '报表程序',
        scopes: new Set(['insight.read', 'insight.edit']),
      },
    }
    const parts = { declared: declaredBy(() => product().process.modules) }
    const mine = { ...fields, readers: [await accountOf('owner')] }
    const robots = [robot[0]!.id]
    const wish = { ...mine, kind: 'report', thing: 'weekly' } as const
    await expect(subscribe(key, parts, { ...wish, robots })).rejects.toMatchObject({
      code: 'chats_need_a_person',
    })
    const made = await subscribe(key, parts, { ...wish, robots: [] })
    await expect(changeSubscription(key, parts, made.id, { ...mine, robots })).rejects.toMatchObject({
      code: 'chats_need_a_person',
    })
    const changed = await product().owner.put(`/api/insight/subscriptions/${made.id}`, { ...mine, robots })
    expect(changed.body).toMatchObject({ ownerName: '林晓', robots: [{ name: '运营群' }] })
  })

  test('is sent to oneself, and had again, by who only reads', async () => {
    const made = await product().owner.post('/api/insight/subscriptions', {
      ...fields,
      kind: 'report',
      thing: 'weekly',
      readers: [await accountOf('viewer')],
    })
    const { id } = made.body
    const viewer = await product().operator('viewer')
    expect((await viewer.post(`/api/insight/subscriptions/${id}/send-me`, {})).status).toBe(202)
    await query(`update subscription_reader set stopped_at = now()`)
    const again = await viewer.post(`/api/insight/subscriptions/${id}/read-again`, {})
    expect(again.body).toMatchObject({ reading: true })
    expectProblem(await viewer.delete(`/api/insight/subscriptions/${id}`), 403, 'forbidden')
  })
})

describe('robots that letters go to', () => {
  const egress = (status: number): Egress => ({
    request: async () => ({
      status,
      headers: new Headers(),
      body: new TextEncoder().encode('{"errcode":0}'),
    }),
  })
  const wecom = (key: string) => ({
    kind: 'wecom' as const,
    url: `https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=${key}`,
  })

  test('are listed with what goes there, renamed, given another address, tried and removed; no address is shown', async () => {
    const { owner, process, database } = product()
    const made = await owner.post('/api/insight/letter-robots', {
      name: '门店群',
      robot: wecom('old-canary'),
    })
    const path = `/api/insight/letter-robots/${made.body.id}`
    const sealed = async () =>
      (await query(`select address from letter_robot where id = ${made.body.id}`))[0]!.address as string
    const before = await sealed()
    await owner.post('/api/insight/subscriptions', {
      ...fields,
      kind: 'report',
      thing: 'monthly',
      robots: [made.body.id],
    })
    expect((await owner.patch(path, { name: '门店店长群' })).body).toMatchObject({
      name: '门店店长群',
      kind: 'wecom',
      usedBy: [{ name: '月报' }],
      problem: null,
    })
    expect(await sealed()).toBe(before)
    expect((await owner.patch(path, { robot: wecom('new-canary') })).status).toBe(200)
    expect(await sealed()).not.toBe(before)
    const listed = await owner.get('/api/insight/letter-robots')
    expect(listed.text).not.toContain('canary')
    const log = await query(`select detail::text from audit_entry where object_id = '${made.body.id}'`)
    expect(JSON.stringify(log)).not.toContain('canary')

    const ctx = testCtx(database)
    const tried = (status: number) =>
      tryRobot(ctx, { ...process.parts, egress: egress(status) }, made.body.id)
    expect(await tried(200)).toEqual({ outcome: 'told' })
    expect(await tried(404)).toMatchObject({ outcome: 'refused', problem: 'HTTP 404' })

    const viewer = await product().operator('viewer')
    expectProblem(await viewer.patch(path, { name: '我的' }), 403, 'forbidden')
    expectProblem(await viewer.post(`${path}/try`, {}), 403, 'forbidden')
    expect((await owner.delete(path)).status).toBe(204)
    expectProblem(await owner.patch(path, { name: '不在了' }), 404, 'robot_not_found')
  })
})
