/** How reports, subscriptions and robots of letters are exercised by the test of the audit log. */
import type { Reply } from './client.ts'
import type { TestProduct } from './product.ts'

let made = 0
/** A report as its job would have left it. */
async function report({ database }: TestProduct): Promise<string> {
  const { rows } = await database.pool.query<{ id: string }>(
    `insert into report (kind, first_day, last_day, zone, version, sections, asked_at, asked_by, made_at)
     values ('daily', date '2020-01-01' + $1::int, date '2020-01-01' + $1::int, 'Asia/Shanghai', 1, '[]', now(), 'system:test', now())
     returning id`,
    [made++],
  )
  return rows[0]!.id
}

const me = async ({ owner }: TestProduct): Promise<string> => (await owner.get('/api/account')).body.id
const subscribe = async (at: TestProduct): Promise<Reply> =>
  await at.owner.post('/api/insight/subscriptions', {
    kind: 'report',
    thing: 'weekly',
    timing: { rhythm: 'daily', hour: 9 },
    readers: [await me(at)],
  })
const addRobot = ({ owner }: TestProduct): Promise<Reply> =>
  owner.post('/api/insight/letter-robots', {
    name: `群 ${made++}`,
    robot: { kind: 'wecom', url: 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=k' },
  })

/** On a subscription that was just made. */
const subscribed =
  (act: (product: TestProduct, path: string) => Promise<Reply>) =>
  async (product: TestProduct): Promise<Reply> =>
    await act(product, `/api/insight/subscriptions/${(await subscribe(product)).body.id}`)

export const auditedInsightReports: Record<string, (at: TestProduct) => Promise<Reply>> = {
  'POST /api/insight/reports': ({ owner }) =>
    owner.post('/api/insight/reports', { kind: 'daily', day: '2021-03-04' }),
  'PUT /api/insight/reports/{id}/notes': async (at) =>
    at.owner.put(`/api/insight/reports/${await report(at)}/notes`, {
      version: 0,
      summary: '来的人少了',
      nextSteps: '',
    }),
  'POST /api/insight/reports/{id}/share': async (at) =>
    at.owner.post(`/api/insight/reports/${await report(at)}/share`, { readers: [await me(at)] }),
  'PUT /api/insight/report-templates/{kind}': ({ owner }) =>
    owner.put('/api/insight/report-templates/daily', { sections: ['overview'] }),
  'POST /api/insight/subscriptions': subscribe,
  'PUT /api/insight/subscriptions/{id}': subscribed(async (at, path) =>
    at.owner.put(path, { timing: { rhythm: 'daily', hour: 8 }, readers: [await me(at)] }),
  ),
  'PUT /api/insight/subscriptions/{id}/pause': subscribed(({ owner }, path) =>
    owner.put(`${path}/pause`, { paused: true }),
  ),
  'DELETE /api/insight/subscriptions/{id}': subscribed(({ owner }, path) => owner.delete(path)),
  'POST /api/insight/subscriptions/{id}/send-me': subscribed(({ owner }, path) =>
    owner.post(`${path}/send-me`, {}),
  ),
  'POST /api/insight/subscriptions/{id}/read-again': subscribed(({ owner }, path) =>
    owner.post(`${path}/read-again`, {}),
  ),
  'POST /api/insight/letter-robots': addRobot,
  'PATCH /api/insight/letter-robots/{id}': async (at) =>
    at.owner.patch(`/api/insight/letter-robots/${(await addRobot(at)).body.id}`, { name: `群 ${made++}` }),
  'POST /api/insight/letter-robots/{id}/try': async (at) =>
    at.owner.post(`/api/insight/letter-robots/${(await addRobot(at)).body.id}/try`, {}),
  'DELETE /api/insight/letter-robots/{id}': async (at) =>
    at.owner.delete(`/api/insight/letter-robots/${(await addRobot(at)).body.id}`),
}
