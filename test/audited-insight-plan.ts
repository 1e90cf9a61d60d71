/** How goals, alerts and signals are exercised by the test of the audit log. */
import type { Reply } from './client.ts'
import type { TestProduct } from './product.ts'

const key = () => ({ headers: { 'idempotency-key': crypto.randomUUID() } })
const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

let made = 0
const setGoal = ({ owner }: TestProduct): Promise<Reply> =>
  owner.post('/api/insight/goals', {
    name: `目标 ${made++}`,
    why: '让来的人多起来，内测才招得满',
    metric: 'messages',
    days: 7,
    mode: 'absolute',
    amount: 100,
    startsOn: day(0),
    dueOn: day(60),
  })
const alert = () => ({
  name: `预警 ${made++}`,
  metric: 'messages',
  unit: 'week',
  test: { kind: 'threshold', side: 'below', line: 5 },
})
const makeAlert = ({ owner }: TestProduct): Promise<Reply> => owner.post('/api/insight/alerts', alert())

/** A signal as a look would have raised it. */
async function raise(product: TestProduct): Promise<string> {
  const { body } = await makeAlert(product)
  const evidence = {
    metric: { key: 'messages', name: '发言量' },
    unit: 'times',
    kind: 'threshold',
    side: 'below',
    bucket: { from: day(-8), to: day(-2) },
    value: 1,
    against: 5,
    line: 5,
    base: null,
    series: [],
    causes: [],
  }
  const { rows } = await product.database.pool.query<{ id: string }>(
    `insert into signal (rule_id, bucket, last_bucket, evidence, raised_at)
     values ($1, $2, $2, $3, now()) returning id`,
    [body.id, day(-8), JSON.stringify(evidence)],
  )
  return rows[0]!.id
}

const makeImprovement = ({ owner }: TestProduct): Promise<Reply> =>
  owner.post('/api/insight/improvements', {
    name: `改进 ${made++}`,
    found: { of: 'words', words: '来的人多，开口的人少' },
    doing: '周五晚一起冲',
    metric: 'messages',
    days: 28,
    success: '每天多十条',
  })
/** On an improvement that was just made. */
const improved =
  (act: (product: TestProduct, path: string) => Promise<Reply>) =>
  async (product: TestProduct): Promise<Reply> =>
    await act(product, `/api/insight/improvements/${(await makeImprovement(product)).body.id}`)

/** On an alert that was just made. */
const changed =
  (act: (product: TestProduct, path: string) => Promise<Reply>) =>
  async (product: TestProduct): Promise<Reply> =>
    await act(product, `/api/insight/alerts/${(await makeAlert(product)).body.id}`)

export const auditedInsightPlan: Record<string, (at: TestProduct) => Promise<Reply>> = {
  'POST /api/insight/goals': setGoal,
  'PATCH /api/insight/goals/{id}': async (product) =>
    product.owner.patch(`/api/insight/goals/${(await setGoal(product)).body.id}`, { name: '换个名字' }),
  'POST /api/insight/goals/{id}/close': async (product) =>
    product.owner.post(`/api/insight/goals/${(await setGoal(product)).body.id}/close`, {
      outcome: 'dropped',
      lesson: '换成回答率',
    }),
  'POST /api/insight/product-stage': async ({ owner }) => {
    const { chosen } = (await owner.get('/api/insight/product-stage')).body
    return await owner.post('/api/insight/product-stage', {
      stage: 'growth',
      why: '每周都有人自己找来，第二单也起来了',
      after: chosen?.id ?? null,
    })
  },
  'POST /api/insight/alerts': makeAlert,
  'PUT /api/insight/alerts/{id}': changed(({ owner }, path) => owner.put(path, alert())),
  'DELETE /api/insight/alerts/{id}': changed(({ owner }, path) => owner.delete(path)),
  'PUT /api/insight/alerts/{id}/pause': changed(({ owner }, path) =>
    owner.put(`${path}/pause`, { paused: true }),
  ),
  'PUT /api/insight/alerts/{id}/snooze': changed(({ owner }, path) =>
    owner.put(`${path}/snooze`, { days: 3 }),
  ),
  'PUT /api/insight/alerts/{id}/robot': changed(({ owner }, path) =>
    owner.put(`${path}/robot`, {
      robot: { kind: 'wecom', url: 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=k' },
    }),
  ),
  'POST /api/insight/improvements': makeImprovement,
  'PATCH /api/insight/improvements/{id}': improved(({ owner }, path) =>
    owner.patch(path, { doing: '周六晚' }),
  ),
  'POST /api/insight/improvements/{id}/start': improved(({ owner }, path) =>
    owner.post(`${path}/start`, { on: day(-1) }),
  ),
  'POST /api/insight/improvements/{id}/decide': improved(({ owner }, path) =>
    owner.post(`${path}/decide`, { verdict: 'dropped', reason: '不做了' }),
  ),
  'POST /api/insight/effect/list': ({ owner }) =>
    owner.post(
      '/api/insight/effect/list',
      {
        question: { metric: 'daily_actives', on: day(-20) },
        cell: { side: 'after' },
        name: `名单 effect ${made++}`,
      },
      key(),
    ),
  'PUT /api/insight/signals/{id}/taken': async (product) =>
    product.owner.put(`/api/insight/signals/${await raise(product)}/taken`, { taken: true }),
  'POST /api/insight/signals/{id}/close': async (product) =>
    product.owner.post(`/api/insight/signals/${await raise(product)}/close`, {
      outcome: 'handled',
      reason: '已经安排',
    }),
  'POST /api/insight/causes/list': ({ owner }) =>
    owner.post(
      '/api/insight/causes/list',
      { question: { to: day(-1) }, cell: { event: 'post.read' }, name: `名单 causes ${made++}` },
      key(),
    ),
}

const question = 'a question: it changes nothing'
export const askedInsightPlan: Record<string, string> = Object.fromEntries(
  [
    'goals/check',
    'alerts/preview',
    'causes',
    'causes/people',
    'effect',
    'effect/people',
    'metrics/figures',
    'metrics/preview',
    'trend',
    'trend/people',
  ].map((path) => [`POST /api/insight/${path}`, question]),
)
