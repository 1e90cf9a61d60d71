import { catalogue } from '#modules/audience/console/segments/catalogue.fixture.ts'
import { defineStories, fails, pending } from '#ui/console/story/story.ts'
import { addDays } from '../calendar.ts'
import type { FunnelAnswer, FunnelQuestion } from './answer.ts'
import { analystSession, fresh } from './session.fixture.ts'

const names = ['浏览帖子', '回复帖子 或 点赞', '付款']
const stepsOf = (counts: readonly number[]): FunnelAnswer['values'][number]['steps'] =>
  counts.map((count, at) => ({
    count,
    members: count,
    rate: at === 0 ? null : counts[at - 1] === 0 ? null : count / counts[at - 1]!,
    overall: counts[0] === 0 ? null : count / counts[0]!,
  }))

const answer: FunnelAnswer = {
  from: '2026-10-21',
  to: '2026-11-19',
  steps: stepsOf([3_204, 1_312, 286]).map((step, at) => ({ ...step, name: names[at]!, optional: false })),
  values: [],
  otherValues: 0,
  time: null,
  trend: null,
  between: null,
}

const time: NonNullable<FunnelAnswer['time']> = {
  members: 286,
  medianSeconds: 93_600,
  averageSeconds: 152_000,
  p90Seconds: 453_600,
  bins: [82, 61, 44, 31, 22, 15, 11, 8, 5, 4, 3].map((count, at) => ({
    from: at * 43_200,
    to: (at + 1) * 43_200,
    count,
  })),
}

const trend: NonNullable<FunnelAnswer['trend']> = [612, 688, 701, 734, 469].map((entered, at) => ({
  start: addDays('2026-10-19', at * 7),
  entered,
  converted: Math.round(entered * [0.078, 0.083, 0.091, 0.088, 0.04][at]!),
  rate: [0.078, 0.083, 0.091, 0.088, 0.04][at]!,
  complete: at < 3,
}))

const between: NonNullable<FunnelAnswer['between']> = {
  went: 1_312,
  stopped: 1_892,
  seconds: 259_200,
  events: (
    [
      ['tasting_joined', '参加直播杯测', 402, 118, true],
      ['question.answered', '回答提问', 96, 31, true],
      ['group.joined', '加入社群', 311, 224, true],
      ['check_in', '签到', 688, 842, true],
      ['course.finished', '学完课程', 7, 4, false],
    ] as const
  ).map(([event, label, went, stopped, clear]) => ({
    event,
    label,
    went,
    stopped,
    lift: went / 1_312 / (stopped / 1_892),
    clear,
  })),
}

/** Every card asks for a part of its own: here one answer has them all. */
const whole: FunnelAnswer = { ...answer, time, trend, between }
const said = '浏览帖子 → 回复帖子 或 点赞 → 付款：依次发生，中间可有其他行为，从第一步起 14 天内完成'

const cutAnswer: FunnelAnswer = {
  ...whole,
  values: [
    { value: 'wechat', label: '公众号', steps: stepsOf([1_420, 602, 148]) },
    { value: 'store', label: '门店扫码', steps: stepsOf([988, 441, 101]) },
    { value: 'ads', label: '广告投放', steps: stepsOf([611, 204, 22]) },
    { value: '', label: '', steps: stepsOf([185, 65, 15]) },
  ],
  otherValues: 2,
}

const long: FunnelQuestion = {
  range: { last: 30, unit: 'day' },
  steps: [
    { of: [{ event: 'post.read' }] },
    { of: [{ event: 'comment.posted' }, { event: 'reaction.given' }], optional: true },
    { of: [{ event: 'check_in' }], within: { amount: 3, unit: 'days' } },
    { of: [{ event: 'order.paid' }] },
  ],
  order: 'ordered',
  within: { amount: 14, unit: 'days' },
  exclusions: [{ event: 'group.left', after: 1, before: 4 }],
  count: 'members',
  breakdown: { by: 'property', property: 'channel' },
  attribution: { by: 'first' },
}
const finer: FunnelQuestion = {
  ...long,
  steps: [
    { of: [{ event: 'post.read' }] },
    { of: [{ event: 'comment.posted' }], atLeast: { amount: 5, unit: 'minutes' } },
    {
      of: [{ event: 'order.paid' }],
      atLeast: { amount: 1, unit: 'hours' },
      within: { amount: 7, unit: 'days' },
    },
  ],
  exclusions: [],
  count: 'rounds',
  repeats: 'ending',
  apart: true,
  breakdown: undefined,
}
const at = (question: object) => `/insight/funnel?q=${encodeURIComponent(JSON.stringify(question))}`

const answers = {
  'GET /api/session': analystSession,
  'GET /api/audience/catalogue': catalogue,
  'GET /api/insight/saved': { items: [], next: null },
  'POST /api/insight/funnel': { ...fresh, says: said, answer: whole },
}

export default defineStories({
  group: 'funnel',
  answers,
  stories: [
    { name: 'steps', path: '/insight/funnel' },
    {
      name: 'cut, with exclusions',
      path: at(long),
      answers: {
        'POST /api/insight/funnel': {
          ...fresh,
          says: '浏览帖子 → 回复帖子 或 点赞 → 签到 → 付款：依次发生，从第一步起 14 天内完成；其间出现「退出社群」的不计入',
          answer: {
            ...cutAnswer,
            steps: stepsOf([3_204, 1_312, 940, 286]).map((step, n) => ({
              ...step,
              name: ['浏览帖子', '回复帖子 或 点赞', '签到', '付款'][n]!,
              optional: n === 1,
              ...(n === 2 ? { rate: 940 / 3_204 } : {}),
            })),
            values: cutAnswer.values.map((each) => ({
              ...each,
              steps: stepsOf([
                each.steps[0]!.count,
                each.steps[1]!.count,
                Math.round(each.steps[1]!.count * 0.7),
                each.steps[2]!.count,
              ]),
            })),
          },
        },
      },
    },
    {
      name: 'waits and rules',
      path: at(finer),
      answers: {
        'POST /api/insight/funnel': {
          ...fresh,
          says: '浏览帖子 → 回复帖子（距上一步至少 5 分钟） → 付款（距上一步 1 小时至 7 天）：依次发生，中间可有其他行为，从第一步起 14 天内完成；重复做已到的步骤即中断；同一时刻的行为不分先后；按轮次，走完一轮才算下一轮',
          answer: {
            ...whole,
            steps: whole.steps.map((step, n) => ({ ...step, name: ['浏览帖子', '回复帖子', '付款'][n]! })),
          },
        },
      },
    },
    {
      name: 'unfinished',
      path: at({ ...long, steps: [...long.steps, { of: [{ event: '' }] }] }),
    },
    {
      name: 'nothing',
      path: '/insight/funnel',
      answers: {
        'POST /api/insight/funnel': {
          ...fresh,
          says: '浏览帖子 → 付款',
          answer: {
            ...answer,
            steps: answer.steps.map((step) => ({ ...step, count: 0, members: 0, rate: null, overall: null })),
          },
        },
      },
    },
    { name: 'loading', path: '/insight/funnel', answers: { 'POST /api/insight/funnel': pending } },
    {
      name: 'too much',
      path: '/insight/funnel',
      answers: {
        'POST /api/insight/funnel': fails(503, 'timeout', '这个问题要算太久，缩短时间或少看几步再试'),
      },
    },
  ],
})
