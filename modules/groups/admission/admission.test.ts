import { expect, test } from 'vitest'
import type { Ctx } from '#base/context.ts'
import { type Audience, openAudience } from '#modules/audience/api.ts'
import { joinCommunity } from '#modules/members/api.ts'
import { testCtx } from '#test/database.ts'
import { useWarehouse } from '#test/warehouse.ts'
import { getGroup } from '../groups/groups.sql.ts'
import { createGroup } from '../groups/groups.ts'
import { membershipFields } from '../memberships/fields.ts'
import { endStay, findStay } from '../memberships/memberships.ts'
import { publishRules } from '../rules/rules.ts'
import { countApplications, decide, findApplications } from './applications.ts'
import { endInvitation, invite } from './invitations.ts'
import { doStep, handIn, letWaitingIn, withdraw } from './joining.ts'
import { findOwnAdmission } from './own-admission.ts'
import { presentApplications } from './present.ts'
import { findSteps, saveSteps, warningsOf } from './settings.ts'
import { type StepFields, stepFields } from './steps.ts'

const at = useWarehouse()
const start = new Date('2026-11-19T01:41:58Z')
const later = (hours: number) => new Date(start.getTime() + hours * 3_600_000)
const ctx = (now = start): Ctx => testCtx(at().database, undefined, now)
const audience = (): Audience =>
  openAudience({ warehouse: at().warehouse }, { facts: () => [], fields: () => [membershipFields] })
const refusal = (code: string) => expect.objectContaining({ code })
let named = 0
const person = (nickname = `成员${++named}`) => joinCommunity(ctx(), { accountId: null, nickname })

async function group(steps: readonly unknown[] = [], more: { capacity?: number } = {}) {
  const made = await createGroup(ctx(), { name: `手冲研究所 ${++named}`, kind: 'interest', ...more })
  await saveSteps(
    ctx(),
    audience(),
    made.id,
    steps.map((step) => stepFields.parse(step)),
  )
  return made
}

const enterBy = (groupId: string, memberId: string, code?: string, now = start) =>
  handIn(ctx(now), audience(), { id: groupId }, memberId, { rulesVersion: null, code })
const look = async (groupId: string, memberId: string, now = start) =>
  findOwnAdmission(ctx(now), audience(), await getGroup(ctx(), groupId), memberId)

const quiz: StepFields = stepFields.parse({
  kind: 'quiz',
  settings: {
    passPercent: 60,
    attempts: 2,
    coolDownHours: 12,
    questions: [
      {
        id: 'ratio',
        type: 'one',
        text: '15 克粉配多少水？',
        options: [
          { id: 'a', text: '225 克' },
          { id: 'b', text: '80 克' },
        ],
        right: ['a'],
        points: 2,
      },
      {
        id: 'gear',
        type: 'many',
        text: '手冲要用哪些？',
        options: [
          { id: 'cone', text: '滤杯' },
          { id: 'kettle', text: '细口壶' },
          { id: 'wok', text: '炒锅' },
        ],
        right: ['cone', 'kettle'],
        points: 1,
      },
      { id: 'word', type: 'word', text: '咖啡的家乡是哪国？', right: ['埃塞俄比亚', 'Ethiopia'], points: 2 },
    ],
  },
})

test('an open group lets in at once, and asking again changes nothing', async () => {
  const { id } = await group()
  const ache = await person('阿澈')
  await enterBy(id, ache)
  await enterBy(id, ache)
  expect(await findStay(ctx(), id, ache)).toMatchObject({ role: 'member' })
  expect((await getGroup(ctx(), id)).memberCount).toBe(1)
  expect(await look(id, ache)).toMatchObject({ state: 'member' })
})

test('S3-42 of twenty who ask at the same moment three get the three places and the rest wait in order', async () => {
  const { id } = await group([], { capacity: 3 })
  const crowd = await Promise.all(Array.from({ length: 20 }, () => person()))
  await Promise.all(crowd.map((memberId) => enterBy(id, memberId)))
  expect((await getGroup(ctx(), id)).memberCount).toBe(3)
  expect(await countApplications(ctx(), { group: id, state: 'waiting' })).toBe(17)
  const stays = await Promise.all(crowd.map((memberId) => findStay(ctx(), id, memberId)))
  const inside = stays.flatMap((stay) => stay ?? [])
  expect(inside).toHaveLength(3)

  const queue = await findApplications(
    ctx(),
    { group: id, state: 'waiting' },
    { after: undefined, limit: 50 },
  )
  const next = queue.items[0]!.person.memberId
  expect(await look(id, next)).toMatchObject({ state: 'waiting', waitingPlace: 1, full: true })
  await endStay(ctx(), inside[0]!.id, { how: 'left' })
  await letWaitingIn(ctx(later(1)), id)
  expect(await findStay(ctx(), id, next)).toBeDefined()
  expect((await getGroup(ctx(), id)).memberCount).toBe(3)
})

test('control: the database itself refuses one member more than there are places', async () => {
  const { id } = await group([], { capacity: 1 })
  await enterBy(id, await person())
  await expect(
    at().database.pool.query('update community_group set member_count = member_count + 1 where id = $1', [
      id,
    ]),
  ).rejects.toMatchObject({ code: '23514' })
})

test('somebody who waits is not overtaken when a place has become free', async () => {
  const { id } = await group([], { capacity: 1 })
  const [first, second, third] = [await person(), await person(), await person()]
  await enterBy(id, first)
  await enterBy(id, second)
  await endStay(ctx(), (await findStay(ctx(), id, first))!.id, { how: 'left' })
  await enterBy(id, third)
  expect(await findStay(ctx(), id, second)).toBeDefined()
  expect(await look(id, third)).toMatchObject({ state: 'waiting', waitingPlace: 1 })
})

test('S2-10 a quiz opens the door at its pass mark, after a wait between tries, and not for ever', async () => {
  const { id } = await group([quiz])
  const [step] = await findSteps(ctx(), id)
  const [passes, fails] = [await person(), await person()]
  const answer = (memberId: string, answers: Record<string, string | string[]>, now = start) =>
    doStep(ctx(now), { id }, memberId, step!.id, { answers })

  await expect(answer(passes, { ratio: 'a' })).rejects.toEqual(refusal('quiz_incomplete'))
  // 3 of 5 is exactly 60 %: a pass; several right options count only together.
  await answer(passes, { ratio: 'a', gear: ['kettle', 'cone'], word: '巴西' })
  expect(await look(id, passes)).toMatchObject({ left: 0, steps: [{ state: 'done' }] })
  await enterBy(id, passes)
  expect(await findStay(ctx(), id, passes)).toBeDefined()

  const wrong = { ratio: 'a', gear: ['cone'], word: '巴西' }
  await answer(fails, wrong)
  await expect(enterBy(id, fails)).rejects.toEqual(refusal('steps_left'))
  await expect(answer(fails, wrong, later(11))).rejects.toEqual(refusal('quiz_too_soon'))
  expect(await look(id, fails, later(11))).toMatchObject({
    steps: [{ state: 'blocked', quiz: { triesLeft: 1 } }],
  })
  await answer(fails, wrong, later(13))
  await expect(answer(fails, wrong, later(40))).rejects.toEqual(refusal('quiz_no_tries_left'))
  expect((await look(id, fails, later(40))).steps[0]!.reason).toContain('机会已用完')
})

test('right answers never leave the server', async () => {
  const { id } = await group([quiz])
  const seen = JSON.stringify(await look(id, await person()))
  expect(seen).toContain('咖啡的家乡')
  expect(seen).not.toContain('埃塞俄比亚')
  expect(seen).not.toContain('"right"')
})

test('of two tries sent at once only one counts against the limit of one', async () => {
  const { id } = await group([
    { kind: 'quiz', settings: { ...quiz.settings, attempts: 1, coolDownHours: 0 } },
  ])
  const [step] = await findSteps(ctx(), id)
  const memberId = await person()
  const wrong = { answers: { ratio: 'b', gear: ['wok'], word: '月球' } }
  const results = await Promise.allSettled(
    [1, 2, 3].map(() => doStep(ctx(), { id }, memberId, step!.id, wrong)),
  )
  expect(results.filter((each) => each.status === 'fulfilled')).toHaveLength(1)
})

test('S2-06 S3-44 a form is checked, reviewed, refused with a reason, and may come back later', async () => {
  const { id } = await group([
    {
      kind: 'review',
      settings: { looksFor: '愿意分享参数的人', promiseHours: 24, againAfterDays: 3 },
    },
    {
      kind: 'form',
      settings: {
        questions: [
          { id: 'why', label: '为什么想来', type: 'long' },
          { id: 'cups', label: '每周几杯', type: 'number' },
          {
            id: 'gear',
            label: '器具',
            type: 'choices',
            required: false,
            options: [
              { id: 'v60', text: 'V60' },
              { id: 'kalita', text: 'Kalita' },
            ],
          },
        ],
      },
    },
  ])
  const steps = await findSteps(ctx(), id)
  expect(steps.map((step) => step.kind)).toEqual(['form', 'review'])
  const [chosen, refused] = [await person('宋知意'), await person()]
  const fill = (memberId: string, answers: Record<string, string | string[]>, now = start) =>
    doStep(ctx(now), { id }, memberId, steps[0]!.id, { answers })
  await expect(fill(chosen, { why: '  ', cups: '很多', gear: ['pot'] })).rejects.toMatchObject({
    code: 'answer_incomplete',
    options: {
      fields: [{ path: 'body.answers.why' }, { path: 'body.answers.cups' }, { path: 'body.answers.gear' }],
    },
  })
  for (const memberId of [chosen, refused]) {
    await fill(memberId, { why: '想把手冲练好', cups: '7', gear: ['v60', 'kalita'] })
    await enterBy(id, memberId)
  }
  expect(await look(id, chosen)).toMatchObject({ state: 'review' })
  await expect(fill(chosen, { why: '改一改', cups: '1' })).rejects.toEqual(refusal('application_decided'))

  const { items } = await findApplications(
    ctx(),
    { group: id, state: 'review' },
    { after: undefined, limit: 10 },
  )
  const [shown] = await presentApplications(ctx(), items)
  expect(shown).toMatchObject({
    person: { nickname: '宋知意' },
    dueAt: later(24).toISOString(),
    given: [{ lines: [{ text: '想把手冲练好' }, { text: '7' }, { text: 'V60、Kalita' }] }],
  })
  const idOf = (memberId: string) => items.find((each) => each.person.memberId === memberId)!.id
  await expect(decide(ctx(), [idOf(refused)], { accept: false, reason: '', note: '' })).rejects.toEqual(
    refusal('answer_incomplete'),
  )
  const words = { reason: '等你多冲几杯再来', note: '疑似同行' }
  expect(await decide(ctx(), [idOf(refused)], { accept: false, ...words })).toMatchObject({ refused: 1 })
  expect(await decide(ctx(), [idOf(chosen)], { accept: true, reason: '', note: '' })).toMatchObject({
    accepted: 1,
  })
  // Somebody else pressed the button a moment later.
  expect(
    await decide(
      ctx(),
      items.map((each) => each.id),
      { accept: true, reason: '', note: '' },
    ),
  ).toMatchObject({
    skipped: 2,
  })
  const told = await look(id, refused)
  expect(told).toMatchObject({ state: 'refused', reason: '等你多冲几杯再来' })
  expect(JSON.stringify(told)).not.toContain('疑似同行')
  await expect(enterBy(id, refused, undefined, later(24))).rejects.toEqual(refusal('application_too_soon'))
  await fill(refused, { why: '又练了一周', cups: '9' }, later(24 * 4))
  expect(await look(id, refused, later(24 * 4))).toMatchObject({ state: 'open' })
})

test('an invite code is used so many times, ends when it is ended, and may spare the other steps', async () => {
  const { id } = await group([{ kind: 'invitation', settings: {} }, quiz])
  const one = await invite(ctx(), id, { note: '上海', straight: true, most: 1, endsAt: null })
  const [first, second, third] = [await person(), await person(), await person()]
  await expect(enterBy(id, first, 'WRONG234')).rejects.toEqual(refusal('code_wrong'))
  const race = await Promise.allSettled([enterBy(id, first, one.code), enterBy(id, second, one.code)])
  expect(race.filter((each) => each.status === 'fulfilled')).toHaveLength(1)
  expect((await getGroup(ctx(), id)).memberCount).toBe(1)

  const asking = await invite(ctx(), id, { note: '', straight: false, most: null, endsAt: later(2) })
  await expect(enterBy(id, third, asking.code)).rejects.toEqual(refusal('steps_left'))
  await expect(enterBy(id, third, asking.code, later(3))).rejects.toEqual(refusal('code_used_up'))
  await endInvitation(ctx(), asking.id)
  await expect(enterBy(id, third, asking.code)).rejects.toEqual(refusal('code_used_up'))
})

test('S0-13 S3-43 S3-45 conditions, a purchase and a task are looked at, and say what is missing', async () => {
  const bought = {
    version: 1,
    who: { kind: 'event', event: 'order.paid', measure: { of: 'count', op: 'gte', value: 1 } },
  }
  const checkedIn = {
    version: 1,
    who: {
      kind: 'all',
      of: [
        {
          kind: 'event',
          event: 'check_in',
          window: { last: { amount: 30, unit: 'days' } },
          measure: { of: 'count', op: 'gte', value: 2 },
        },
        { kind: 'event', event: 'post.published', measure: { of: 'count', op: 'gte', value: 1 } },
      ],
    },
  }
  const { id } = await group([
    { kind: 'paid', settings: { what: '年度会员卡', condition: bought } },
    { kind: 'condition', settings: { condition: checkedIn } },
    { kind: 'task', settings: { title: '冲一杯', how: '拍下你的第一杯', proof: 'text' } },
  ])
  const memberId = await person()
  const happened = (name: string, count: number) =>
    at().database.pool.query(
      `insert into event_log (name, source, occurred_at, member_id, actor)
       select $1, 'track', $2::timestamptz - interval '1 hour', $3, 'test' from generate_series(1, $4::int)`,
      [name, start, memberId, count],
    )
  await happened('check_in', 1)
  const before = await look(id, memberId)
  expect(before).toMatchObject({
    left: 3,
    steps: [
      { kind: 'paid', state: 'missing', conditions: [{ met: false }] },
      {
        kind: 'condition',
        state: 'missing',
        conditions: [{ met: false, progress: { actual: 1, needed: 2 } }, { met: false }],
      },
      { kind: 'task', state: 'todo' },
    ],
  })
  await happened('check_in', 1)
  await happened('post.published', 1)
  await happened('order.paid', 1)
  const task = (await findSteps(ctx(), id))[2]!
  await doStep(ctx(), { id }, memberId, task.id, { text: '豆子是水洗耶加' })
  expect(await look(id, memberId)).toMatchObject({ left: 0 })
  await enterBy(id, memberId)
  expect(await findStay(ctx(), id, memberId)).toBeDefined()
})

test('S3-40 nobody goes in without agreeing to the rules as they are now', async () => {
  const { id } = await group()
  const rules = {
    theme: '一支豆、一组参数',
    service: '两小时内有人回',
    forbidden: '买卖、引流',
    penalty: '再犯即禁言',
    rewarded: '精华 30 积分',
    returned: '月度之星送豆',
    welcome: '',
    consentAgain: false,
  }
  await publishRules(ctx(), id, rules)
  await publishRules(ctx(), id, { ...rules, theme: '一支豆、一组参数，一杯真实的结果' })
  const memberId = await person()
  await expect(enterBy(id, memberId)).rejects.toEqual(refusal('rules_unread'))
  const agree = (rulesVersion: number) => handIn(ctx(), audience(), { id }, memberId, { rulesVersion })
  await expect(agree(1)).rejects.toEqual(refusal('rules_outdated'))
  expect(await findStay(ctx(), id, memberId)).toBeUndefined()
  await agree(2)
  expect(await findStay(ctx(), id, memberId)).toBeDefined()
})

test('a withdrawn application leaves the queue, and who was let in cannot be refused any more', async () => {
  const { id } = await group([], { capacity: 1 })
  const [inside, waits] = [await person(), await person()]
  await enterBy(id, inside)
  await enterBy(id, waits)
  await withdraw(ctx(), id, waits)
  expect(await countApplications(ctx(), { group: id, state: 'waiting' })).toBe(0)
  expect(await look(id, waits)).toMatchObject({ state: 'none' })
})

test('a task that asks people to forward something is called risky', async () => {
  const { id } = await group([
    { kind: 'task', settings: { title: '转发海报', how: '转发到朋友圈并截图', proof: 'picture' } },
  ])
  expect(warningsOf(ctx(), await findSteps(ctx(), id))).toMatchObject([
    { text: expect.stringContaining('微信') },
  ])
})
