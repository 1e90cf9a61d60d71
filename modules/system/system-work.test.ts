import { expect, test } from 'vitest'
import { useProduct } from '#test/product.ts'

const product = useProduct()

const waiting = async (source: string) =>
  (await product().owner.get('/api/today')).body.items.filter(
    (item: { source: string }) => item.source === source,
  )

test('effects that were not done wait in Today, with the latest reason', async () => {
  const { pool } = product().database
  expect(await waiting('system.dead_letters')).toEqual([])
  for (const reason of ['no such column\n  at stack', 'connection lost'])
    await pool.query(
      `insert into consumer_dead_letter (consumer, effect, tx, seq, event_name, reason, attempts)
       values ('members', 'test', pg_current_xact_id(), (random() * 1e9)::bigint, 'test.happened', $1, 5)`,
      [reason],
    )
  expect(await waiting('system.dead_letters')).toMatchObject([
    { title: '2 条事实的效果没有执行', note: '死信 · members · connection lost', first: true },
  ])
})

test('jobs that failed in the last days wait there too, and no others', async () => {
  const { owner, database } = product()
  expect(await waiting('system.jobs')).toEqual([])
  const { jobId } = (await owner.post('/api/members/export', { filter: {} })).body
  await database.pool.query(
    `update pgboss.job set state = 'failed', completed_on = now(), output = '{"message":"disk full"}' where id = $1`,
    [jobId],
  )
  expect(await waiting('system.jobs')).toMatchObject([
    {
      title: '1 个后台任务失败',
      note: '最近一个：导出成员 · disk full',
      path: '/settings/jobs?state=failed',
    },
  ])
  await database.pool.query(`update pgboss.job set completed_on = now() - interval '8 days' where id = $1`, [
    jobId,
  ])
  expect(await waiting('system.jobs')).toEqual([])
})

test('what concerns the machine is shown to who may see it, and the own account to everybody', async () => {
  const sources = async (role: 'admin' | 'support') =>
    new Set(
      (await (await product().operator(role)).get('/api/today')).body.items.map(
        (item: { source: string }) => item.source,
      ),
    )
  expect(await sources('admin')).toContain('system.dead_letters')
  expect([...(await sources('support'))].filter((name) => String(name).startsWith('system.'))).toEqual([])
  expect(await waiting('identity.account')).toMatchObject([{ key: 'two-factor', act: '去开启' }])
  await product().owner.post('/api/operators', {
    email: 'new@example.com',
    roleId: (await product().owner.get('/api/roles')).body.items[2].id,
  })
  expect(await waiting('identity.invitations')).toMatchObject([{ kind: 'answer', act: '查看邀请' }])
})
