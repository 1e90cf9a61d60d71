/** Experiments against the real database: arms that stay, facts once, what runs is not changed. */
import { beforeAll, expect, test } from 'vitest'
import type { Ctx } from '#base/context.ts'
import type { Audience } from '#modules/audience/api.ts'
import { testCtx, useDatabase } from '#test/database.ts'
import { makeTrial, runTrial, trialDefinition } from '#test/experiment-trials.ts'
import { assign, expose } from './assign.ts'
import { experimentDefinition } from './experiment.ts'
import {
  changeExperiment,
  decideExperiment,
  findExperiments,
  getExperiment,
  makeExperiment,
  removeExperiment,
  setHoldout,
  startExperiment,
  stopExperiment,
} from './experiments.ts'
import { experimentsPersonal } from './personal.ts'

const database = useDatabase()
const now = new Date('2026-11-20T02:00:00Z')
const ctx = (): Ctx => testCtx(database(), { kind: 'system', name: 'test' }, now)
const everybody = { matches: async () => true } as Pick<Audience, 'matches'>
const definition = trialDefinition
const make = (more: Partial<typeof definition> = {}) => makeTrial(ctx(), more)
const running = (more: Partial<typeof definition> = {}) => runTrial(ctx(), more)
const exposed = async () =>
  Number(
    (await database().pool.query(`select count(*) as n from event_log where name = 'experiment.exposed'`))
      .rows[0].n,
  )

beforeAll(async () => {
  await database().pool.query(
    `insert into member (id, token, nickname, joined_at)
     select n, 'm' || n, '成员' || n, '2025-12-01' from generate_series(1, 400) as n`,
  )
})

test('N1 a member stays in his arm and is announced once, whoever asks at the same time', async () => {
  const { key, id } = await running()
  const before = await exposed()
  const answers = await Promise.all(Array.from({ length: 5 }, () => assign(ctx(), everybody, key, '7')))
  expect(new Set(answers.map(({ variant }) => variant)).size).toBe(1)
  expect(answers[0]!.because).toBe('assigned')
  expect(await exposed()).toBe(before + 1)
  // Decided long before he sees anything: nobody is told until he does.
  await assign(ctx(), everybody, key, '8', { exposing: false })
  expect(await exposed()).toBe(before + 1)
  await expose(ctx(), key, '8')
  await expose(ctx(), key, '8')
  await expose(ctx(), key, '9')
  expect(await exposed()).toBe(before + 2)
  const { rows } = await database().pool.query(
    `select props, object_id from event_log where name = 'experiment.exposed' and member_id = 7`,
  )
  expect(rows.at(-1)).toMatchObject({
    object_id: id,
    props: { experiment: id, variant: answers[0]!.variant },
  })
})

test('N1 who is held out, does not fit, or comes to what does not run gets what there is', async () => {
  const draft = await make()
  expect(await assign(ctx(), everybody, draft.key, '7')).toMatchObject({
    variant: null,
    because: 'not_running',
  })
  expect(await assign(ctx(), everybody, 'nobody_knows', '7')).toMatchObject({ because: 'not_running' })
  const { key, id } = await running({ who: { version: 1, who: { kind: 'all', of: [] } } })
  expect(await assign(ctx(), { matches: async () => false }, key, '7')).toMatchObject({
    because: 'not_eligible',
  })
  const inside = await assign(ctx(), everybody, key, '11')
  await setHoldout(ctx(), 0.3, '季度对照')
  const held: string[] = []
  for (let member = 1; member <= 400; member++)
    if ((await assign(ctx(), everybody, key, String(member))).because === 'held_out')
      held.push(String(member))
  expect(held.length).toBeGreaterThan(80)
  expect(held.length).toBeLessThan(160)
  // Once in, always in.
  expect((await assign(ctx(), everybody, key, '11')).variant).toBe(inside.variant)
  // A smaller share holds out some of the same people, and nobody else.
  await setHoldout(ctx(), 0.1, '缩小')
  const other = await running()
  for (let member = 1; member <= 100; member++)
    if ((await assign(ctx(), everybody, other.key, String(member))).because === 'held_out')
      expect(held).toContain(String(member))
  await setHoldout(ctx(), 0, '结束')
  await expect(decideExperiment(ctx(), id, 'new', '更好')).rejects.toMatchObject({ code: 'experiment_state' })
  await stopExperiment(ctx(), id, '到期')
  expect(await assign(ctx(), everybody, key, '11')).toMatchObject({ variant: null, because: 'not_running' })
  await expect(decideExperiment(ctx(), id, 'other', '更好')).rejects.toMatchObject({
    code: 'experiment_arm_unknown',
  })
  await decideExperiment(ctx(), id, 'new', '下单更多')
  expect(await assign(ctx(), everybody, key, '399')).toMatchObject({ variant: 'new', because: 'decided' })
})

test('what runs is not changed, a key is not taken twice, and a draft can go', async () => {
  const one = await make()
  await expect(makeExperiment(ctx(), { ...one, hypothesis: '' })).rejects.toMatchObject({
    code: 'experiment_key_taken',
  })
  expect((await changeExperiment(ctx(), one.id, { name: '改名', hypothesis: '', definition })).name).toBe(
    '改名',
  )
  await startExperiment(ctx(), one.id)
  await expect(changeExperiment(ctx(), one.id, one)).rejects.toMatchObject({ code: 'experiment_state' })
  await expect(removeExperiment(ctx(), one.id)).rejects.toMatchObject({ code: 'experiment_state' })
  const two = await make()
  await removeExperiment(ctx(), two.id)
  await expect(getExperiment(ctx(), two.id)).rejects.toMatchObject({ code: 'experiment_not_found' })
  expect(
    (await findExperiments(ctx(), { limit: 50, state: 'running' })).some(({ id }) => id === one.id),
  ).toBe(true)
  expect(
    experimentDefinition.safeParse({
      ...definition,
      variants: [definition.variants[0], definition.variants[0]],
    }).success,
  ).toBe(false)
})

test('doubles that become one keep the arm of the one who remains, and give back what was theirs', async () => {
  const { key } = await running()
  await assign(ctx(), everybody, key, '20')
  const before = (await assign(ctx(), everybody, key, '20')).variant
  const moved = await experimentsPersonal.merge(ctx(), '20', '21')
  expect((await assign(ctx(), everybody, key, '21')).variant).toBe(before)
  await experimentsPersonal.unmerge(ctx(), '20', '21', moved)
  const copied = (await experimentsPersonal.copy(ctx(), '20')) as { variant: string }[]
  expect(copied.at(-1)).toMatchObject({ name: '欢迎语', variant: before })
  await experimentsPersonal.erase(ctx(), '20')
  expect(await experimentsPersonal.copy(ctx(), '20')).toEqual([])
})
