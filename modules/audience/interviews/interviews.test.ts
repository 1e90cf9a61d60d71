import { beforeAll, describe, expect, test } from 'vitest'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { hear } from '#base/declarations/said.ts'
import { joinCommunity } from '#modules/members/api.ts'
import { testCtx } from '#test/database.ts'
import { until, useWarehouse } from '#test/warehouse.ts'
import type { Audience } from '../audience.ts'
import { type Definition, everybody } from '../conditions/condition.ts'
import { openAudience } from '../open-audience.ts'
import { changeInterview, dropInterview } from './interviews.ts'
import {
  advise,
  changePainPoint,
  isShared,
  noteMention,
  notePainPoint,
  removeMention,
} from './pain-points.ts'
import { interviewPersonal } from './personal.ts'
import { findInterviews, findPainPoints, getInterview, getPainPoint, getStudy } from './studies.sql.ts'
import { addToSample, changeStudy, drawSample, openStudy, removeStudy, type StudyPlan } from './studies.ts'
import { usualGuide } from './usual-guide.ts'
import { interviewsDue } from './work.ts'

const held = useWarehouse()
const today = '2026-11-20'
const ctx = (now = new Date('2026-11-20T04:00:00Z')): Ctx => testCtx(held().database, undefined, now)
let audience: Audience
const ids: Id[] = []
const city = (at: number) => (at < 30 ? '上海' : '成都')
const from = (value: string): Definition => ({
  version: 1,
  who: { kind: 'field', field: 'test.city', test: { op: 'is', value } },
})

beforeAll(async () => {
  held().startSink()
  audience = openAudience(
    { warehouse: held().warehouse },
    {
      facts: () => [],
      fields: () => [
        {
          name: 'test',
          describe: async () => [
            { key: 'test.city', label: '城市', type: 'text', section: { zh: '测试', en: 'Test' } },
          ],
          read: async (_, asked) => new Map(asked.map((id) => [id, { 'test.city': city(ids.indexOf(id)) }])),
        },
      ],
    },
  )
  for (let at = 0; at < 60; at++)
    ids.push(await joinCommunity(ctx(), { accountId: null, nickname: `受访${at}` }))
  await held().settled()
  await until(() => audience.copies.fill(ctx()))
})

const plan = (over: Partial<StudyPlan> = {}): StudyPlan => ({
  title: '为什么不发帖',
  goal: '',
  definition: everybody,
  method: 'random',
  target: 20,
  quotas: [],
  guide: usualGuide['zh-CN'],
  ...over,
})
const open = async (over: Partial<StudyPlan> = {}) => await openStudy(ctx(), audience, plan(over))
const hold = async (id: Id, on = today) =>
  await changeInterview(ctx(), await getInterview(ctx(), id), { state: 'held', heldOn: on }, today)
const pain = (over = {}) =>
  ({
    title: '不知道发什么',
    headache: 'yes',
    willing: 'yes',
    alternatives: 'unknown',
    reassured: 'unknown',
    note: '',
    decision: 'open',
    action: '',
    ...over,
  }) as const

describe('studies', () => {
  test('S3-22 draws 20 target members at random, the same for the same seed, and only fills up', async () => {
    const [one, two, three] = [await open(), await open(), await open()]
    expect(await drawSample(ctx(), audience, one, 7)).toBe(20)
    expect(await drawSample(ctx(), audience, one, 7)).toBe(0)
    await drawSample(ctx(), audience, two, 7)
    await drawSample(ctx(), audience, three, 8)
    const members = async (study: Id) =>
      (await findInterviews(ctx(), study)).map((one) => one.memberId).toSorted()
    expect(new Set(await members(one)).size).toBe(20)
    expect(await members(two)).toEqual(await members(one))
    expect(await members(three)).not.toEqual(await members(one))
  })

  test('whoever declined is replaced, and nobody is asked twice in a study', async () => {
    const study = await open({ target: 5 })
    await drawSample(ctx(), audience, study, 1)
    const [first] = await findInterviews(ctx(), study)
    await changeInterview(ctx(), first!, { state: 'declined' }, today)
    expect(await drawSample(ctx(), audience, study, 1)).toBe(1)
    const all = await findInterviews(ctx(), study)
    expect(all).toHaveLength(6)
    expect(new Set(all.map((one) => one.memberId)).size).toBe(6)
  })

  test('draws by quota: so many of each, from the target members only', async () => {
    const study = await open({
      method: 'quota',
      quotas: [
        { label: '上海', definition: from('上海'), wanted: 4 },
        { label: '成都', definition: from('成都'), wanted: 2 },
      ],
    })
    expect(await drawSample(ctx(), audience, study, 3)).toBe(6)
    const sample = await findInterviews(ctx(), study)
    expect(sample.map((one) => [one.quota, city(ids.indexOf(one.memberId))])).toEqual([
      ...Array(4).fill(['上海', '上海']),
      ...Array(2).fill(['成都', '成都']),
    ])
  })

  test('leaves those in peace who were talked to within ninety days', async () => {
    const rare = from('上海')
    const first = await open({ definition: rare, target: 30 })
    await drawSample(ctx(), audience, first, 1)
    const sample = await findInterviews(ctx(), first)
    expect(sample).toHaveLength(30)
    for (const [at, one] of sample.entries()) await hold(one.id, at < 10 ? '2026-08-01' : today)
    const second = await open({ definition: rare, target: 30 })
    expect(await drawSample(ctx(), audience, second, 1)).toBe(10)
    for (const one of sample)
      await held().database.pool.query('delete from interview where id = $1', [one.id])
  })

  test('two at once do not draw more than wanted', async () => {
    const study = await open({ target: 10 })
    const added = await Promise.all([1, 2, 3].map((seed) => drawSample(ctx(), audience, study, seed)))
    expect(added.reduce((sum, each) => sum + each)).toBe(10)
    expect(await findInterviews(ctx(), study)).toHaveLength(10)
  })

  test('a closed study draws nobody and changes no talk until it is opened again', async () => {
    const id = await open({ target: 2 })
    await drawSample(ctx(), audience, id, 1)
    await changeStudy(ctx(), audience, await getStudy(ctx(), id), { closed: true, conclusion: '缺的是开头' })
    const [first] = await findInterviews(ctx(), id)
    await expect(drawSample(ctx(), audience, id, 2)).rejects.toMatchObject({ code: 'study_closed' })
    await expect(changeInterview(ctx(), first!, { state: 'held' }, today)).rejects.toMatchObject({
      code: 'study_closed',
    })
    await changeStudy(ctx(), audience, await getStudy(ctx(), id), { closed: false })
    await hold(first!.id)
    await expect(removeStudy(ctx(), await getStudy(ctx(), id))).rejects.toMatchObject({
      code: 'study_has_interviews',
    })
    await expect(dropInterview(ctx(), await getInterview(ctx(), first!.id))).rejects.toMatchObject({
      code: 'interview_was_held',
    })
  })

  test('takes members in by hand, once each, and refuses nobody', async () => {
    const id = await open({ target: 5 })
    const chosen = [ids[3]!, ids[4]!]
    expect(await addToSample(ctx(), await getStudy(ctx(), id), chosen)).toBe(2)
    expect(await addToSample(ctx(), await getStudy(ctx(), id), [...chosen, ids[5]!])).toBe(1)
    expect(await drawSample(ctx(), audience, id, 1)).toBe(2)
    await expect(addToSample(ctx(), await getStudy(ctx(), id), ['999999'])).rejects.toMatchObject({
      code: 'not_found',
    })
  })

  test('refuses a target nobody can ask for', async () => {
    const wrong: Definition = {
      version: 1,
      who: { kind: 'field', field: 'test.unknown', test: { op: 'is', value: '1' } },
    }
    await expect(open({ definition: wrong })).rejects.toMatchObject({ code: 'condition_invalid' })
    await expect(
      open({ method: 'quota', quotas: [{ label: '无', definition: wrong, wanted: 1 }] }),
    ).rejects.toMatchObject({ code: 'condition_invalid' })
  })
})

describe('talks', () => {
  test('a talk that was held is announced once, without words of what was said', async () => {
    const study = await open({ target: 1 })
    await drawSample(ctx(), audience, study, 5)
    const [one] = await findInterviews(ctx(), study)
    await changeInterview(
      ctx(),
      one!,
      { state: 'held', answers: ['平时上班，周末手冲'], summary: '想发，但怕问题太傻' },
      today,
    )
    await changeInterview(ctx(), await getInterview(ctx(), one!.id), { summary: '补充' }, today)
    const { rows } = await held().database.pool.query(
      `select props from event_log where name = 'interview.held' and member_id = $1`,
      [one!.memberId],
    )
    expect(rows).toEqual([{ props: { studyId: study } }])
    expect(await getInterview(ctx(), one!.id)).toMatchObject({ heldOn: today, summary: '补充' })
  })

  test('Today is told of talks that are due', async () => {
    const study = await open({ target: 2, title: '到期的访谈' })
    await drawSample(ctx(), audience, study, 9)
    const sample = await findInterviews(ctx(), study)
    await changeInterview(ctx(), sample[0]!, { dueOn: '2026-11-19' }, today)
    await changeInterview(ctx(), sample[1]!, { dueOn: '2026-11-21' }, today)
    const { items } = await interviewsDue.find(ctx(), { limit: 20 })
    const mine = items.filter((item) => hear(item.note, 'zh-CN').startsWith('到期的访谈'))
    expect(mine.map((item) => [hear(item.title, 'zh-CN'), item.kind])).toEqual([
      [`访谈${sample[0]!.nickname}`, 'overdue'],
    ])
  })

  test('T30 merged doubles keep one talk of a study each, and take it back; erasing leaves nothing', async () => {
    const study = await open({ target: 2 })
    await drawSample(ctx(), audience, study, 11)
    const [a, b] = await findInterviews(ctx(), study)
    const free = ids.find((id) => id !== a!.memberId && id !== b!.memberId)!
    const both = await interviewPersonal.merge(ctx(), a!.memberId, b!.memberId)
    expect((await getInterview(ctx(), a!.id)).memberId).toBe(a!.memberId)
    await interviewPersonal.unmerge(ctx(), a!.memberId, b!.memberId, both)
    const moved = await interviewPersonal.merge(ctx(), a!.memberId, free)
    expect((await getInterview(ctx(), a!.id)).memberId).toBe(free)
    await interviewPersonal.unmerge(ctx(), a!.memberId, free, moved)
    expect((await getInterview(ctx(), a!.id)).memberId).toBe(a!.memberId)
    await interviewPersonal.erase(ctx(), a!.memberId)
    expect(await interviewPersonal.copy(ctx(), a!.memberId)).toEqual([])
  })
})

describe('pain points', () => {
  test('S3-24 the most shared comes first, and what few said is not called shared', async () => {
    const study = await open({ target: 6 })
    await drawSample(ctx(), audience, study, 21)
    const sample = await findInterviews(ctx(), study)
    for (const one of sample) await hold(one.id)
    const [rare, common] = [
      await notePainPoint(ctx(), await getStudy(ctx(), study), pain({ title: '想要深色模式' })),
      await notePainPoint(ctx(), await getStudy(ctx(), study), pain()),
    ]
    const say = async (painId: Id, at: number, quote = '') =>
      await noteMention(ctx(), await getPainPoint(ctx(), painId), sample[at]!, quote)
    await say(rare, 0)
    for (const at of [0, 1, 2]) await say(common, at, '写到一半就删了')
    await say(common, 2, '怕没人理')
    const found = await findPainPoints(ctx(), study)
    expect(found.map((one) => [one.title, one.mentions.length, isShared(one.mentions.length, 6)])).toEqual([
      ['不知道发什么', 3, true],
      ['想要深色模式', 1, false],
    ])
    expect(found[0]!.mentions.at(-1)).toMatchObject({ quote: '怕没人理' })
    await removeMention(ctx(), await getPainPoint(ctx(), common), sample[0]!.id)
    expect((await getPainPoint(ctx(), common)).mentions).toHaveLength(2)
  })

  test('refuses words of somebody who belongs to another study', async () => {
    const [one, two] = [await open({ target: 1 }), await open({ target: 1 })]
    await drawSample(ctx(), audience, two, 1)
    const [stranger] = await findInterviews(ctx(), two)
    const painId = await notePainPoint(ctx(), await getStudy(ctx(), one), pain())
    await expect(noteMention(ctx(), await getPainPoint(ctx(), painId), stranger!, '')).rejects.toMatchObject({
      code: 'interview_not_found',
    })
  })

  test.each([
    ['yes', 'yes', 'yes', 'yes', 'solve'],
    ['yes', 'yes', 'no', 'unknown', 'solve'],
    ['yes', 'yes', 'no', 'no', 'test'],
    ['yes', 'yes', 'yes', 'unknown', 'test'],
    ['unknown', 'yes', 'no', 'yes', 'test'],
    ['no', 'yes', 'no', 'yes', 'drop'],
    ['yes', 'no', 'no', 'yes', 'drop'],
  ] as const)(
    'S3-35 to S3-39 headache %s, willing %s, alternatives %s, reassured %s: %s',
    (headache, willing, alternatives, reassured, advice) => {
      expect(advise({ headache, willing, alternatives, reassured })).toBe(advice)
    },
  )

  test('S3-34 a pain is decided upon with what is done about it', async () => {
    const study = await open()
    const id = await notePainPoint(ctx(), await getStudy(ctx(), study), pain())
    await changePainPoint(ctx(), await getPainPoint(ctx(), id), {
      decision: 'test',
      action: '给 30 位新人一个「第一杯」发帖模板，看一周首帖率',
    })
    expect(await getPainPoint(ctx(), id)).toMatchObject({ decision: 'test', headache: 'yes' })
  })
})
