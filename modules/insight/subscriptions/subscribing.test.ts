import { describe, expect, test } from 'vitest'
import type { Ctx } from '#base/context.ts'
import { declaredBy } from '#base/declarations/declared.ts'
import { expectProblem } from '#test/client.ts'
import { testCtx } from '#test/database.ts'
import { useProduct } from '#test/product.ts'
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
