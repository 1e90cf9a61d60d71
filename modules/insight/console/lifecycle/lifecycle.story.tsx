import { catalogue } from '#modules/audience/console/segments/catalogue.fixture.ts'
import { defineStories, fails, pending } from '#ui/console/story/story.ts'
import { addDays } from '../calendar.ts'
import { analystSession, fresh } from '../funnel/session.fixture.ts'
import type { LifecycleAnswer, StickinessAnswer } from './answer.ts'

const weeks = [
  [412, 5_820, 310, 704],
  [388, 5_908, 342, 634],
  [521, 5_990, 355, 648],
  [467, 6_214, 401, 652],
  [450, 6_370, 388, 712],
  [503, 6_402, 420, 806],
  [618, 6_610, 402, 715],
  [702, 6_890, 455, 740],
  [690, 7_240, 512, 807],
  [655, 7_602, 498, 840],
  [702, 7_810, 530, 945],
  [310, 5_104, 240, 3_938],
] as const

const answer: LifecycleAnswer = {
  from: '2026-08-31',
  to: '2026-11-19',
  buckets: weeks.map(([fresher, returning, resurrecting, dormant], at) => ({
    start: addDays('2026-08-31', at * 7),
    new: fresher,
    returning,
    resurrecting,
    dormant,
    fresh: fresher / (fresher + returning + resurrecting),
    kept: returning / (returning + dormant),
    quickRatio: (fresher + resurrecting) / dormant,
    complete: at < weeks.length - 1,
  })),
  kinds: {
    silent: { members: 1_942, of: 6_418 },
    loyal: { members: 3_870 },
    back: { members: 240 },
    lost: { members: 1_614 },
  },
}

const counts = [2_904, 1_880, 1_402, 1_120, 962, 840, 751, 660, 590, 522, 470, 411, 372, 330]
const stickiness: StickinessAnswer = {
  from: '2026-08-31',
  to: '2026-11-19',
  members: counts.reduce((sum, each) => sum + each, 0),
  buckets: counts.map((exactly, at) => ({
    buckets: at + 1,
    exactly,
    orMore: counts.slice(at).reduce((sum, each) => sum + each, 0),
  })),
  average: 4.6,
  trend: Array.from({ length: 81 }, (_, at) => {
    const mau = 12_400 + at * 28
    const dau = Math.round(mau * (0.21 + 0.02 * Math.sin((at / 7) * 2 * Math.PI) + at * 0.0003))
    return { day: addDays('2026-08-31', at), dau, wau: Math.round(dau * 2.9), mau, share: dau / mau }
  }),
}

const said = (body: object) => ({
  ...fresh,
  says: '每周「任何行为」的成员：新增、留存、回流，以及不再活跃的',
  answer: body,
})
const answers = {
  'GET /api/session': analystSession,
  'GET /api/audience/catalogue': catalogue,
  'GET /api/insight/saved': { items: [], next: null },
  'POST /api/insight/lifecycle': said(answer),
  'POST /api/insight/stickiness': said(stickiness),
}

export default defineStories({
  // The stages of members have stories of that name.
  group: 'activity',
  answers,
  stories: [
    { name: 'weeks', path: '/insight/lifecycle' },
    {
      name: 'nobody',
      path: '/insight/lifecycle',
      answers: { 'POST /api/insight/lifecycle': said({ ...answer, buckets: [] }) },
    },
    { name: 'loading', path: '/insight/lifecycle', answers: { 'POST /api/insight/lifecycle': pending } },
    {
      name: 'partly away',
      path: '/insight/lifecycle',
      answers: { 'POST /api/insight/stickiness': fails(503, 'timeout', '这个问题要算太久，缩短时间再试') },
    },
  ],
})
