import { defineStories } from '#ui/console/story/story.ts'
import { ago, days, ownerSession } from '#ui/console/story/world.ts'
import { usualGuide } from '../../interviews/usual-guide.ts'
import type { Interview, PainPoint, Study } from './studies.queries.ts'

const study: Study = {
  id: '1',
  title: '新人为什么不发第一帖',
  goal: '弄清加入后 7 天里，是什么让人停在「看」',
  definition: { version: 1, who: { kind: 'all', of: [] } },
  method: 'random',
  target: 20,
  quotas: [],
  guide: usualGuide['zh-CN'],
  says: '成员：加入不到 30 天；并且从未发帖',
  conclusion: '',
  createdAt: ago(6 * days),
  closedAt: null,
  chosen: 20,
  held: 7,
  pains: 3,
  can: { edit: true },
}

const talk = (
  id: string,
  nickname: string,
  city: string,
  state: Interview['state'],
  over: Partial<Interview> = {},
): Interview => ({
  id,
  studyId: '1',
  member: { id: `20${id}`, nickname, city, avatarUrl: null },
  quota: null,
  interviewer: { id: '2', name: '唐果' },
  state,
  dueOn: state === 'held' ? null : '2026-11-24',
  heldOn: state === 'held' ? '2026-11-17' : null,
  answers: [],
  summary: '',
  pains: 0,
  can: { edit: true },
  ...over,
})

const talks: readonly Interview[] = [
  talk('1', '小满', '南京', 'held', {
    pains: 2,
    answers: ['做设计，周末自己冲', '一个月两百左右'],
    summary: '想发，但觉得自己的杯子不好看。',
  }),
  talk('2', '可颂不加糖', '武汉', 'held', { pains: 1 }),
  talk('3', '舟舟', '厦门', 'invited'),
  talk('4', 'Jun 的咖啡角', '厦门', 'chosen', { interviewer: null, dueOn: null }),
  talk('5', '南星', '广州', 'declined', { dueOn: null }),
]

const pain = (id: string, title: string, over: Partial<PainPoint>): PainPoint => ({
  id,
  title,
  headache: 'unknown',
  willing: 'unknown',
  alternatives: 'unknown',
  reassured: 'unknown',
  note: '',
  decision: 'open',
  action: '',
  mentions: [],
  share: 0,
  shared: false,
  advice: 'test',
  ...over,
})
const said = (interviewId: string, nickname: string, quote = '') => ({ interviewId, nickname, quote })

const pains: readonly PainPoint[] = [
  pain('1', '不知道第一帖发什么', {
    headache: 'yes',
    willing: 'yes',
    alternatives: 'no',
    reassured: 'yes',
    decision: 'solve',
    advice: 'solve',
    action: '加入后给一张「第一杯」模板：照片、豆子、一句感受',
    share: 0.71,
    shared: true,
    mentions: [
      said('1', '小满', '写到一半就删了，怕问题太傻'),
      said('2', '可颂不加糖', '看别人都很专业'),
      said('6', '北北'),
      said('7', '大橙子'),
      said('8', '安之'),
    ],
  }),
  pain('2', '发了怕没人理', {
    headache: 'yes',
    reassured: 'no',
    decision: 'test',
    action: '30 位新人的首帖由主理人两小时内回复，看第 7 天留存',
    share: 0.43,
    mentions: [said('1', '小满'), said('6', '北北'), said('9', '罗西')],
  }),
  pain('3', '想要深色模式', {
    headache: 'no',
    advice: 'drop',
    share: 0.14,
    mentions: [said('2', '可颂不加糖')],
  }),
]

export default defineStories({
  group: 'interviews',
  answers: {
    'GET /api/session': ownerSession,
    'GET /api/studies': {
      items: [
        study,
        {
          ...study,
          id: '2',
          title: '门店常客想要什么',
          held: 20,
          pains: 6,
          closedAt: ago(40 * days),
          createdAt: ago(70 * days),
        },
      ],
      next: null,
    },
    'GET /api/studies/{id}': study,
    'GET /api/studies/{id}/interviews': { items: talks },
    'GET /api/studies/{id}/pain-points': { items: pains },
    'GET /api/members/owners': {
      items: [
        { accountId: '1', name: '林晓' },
        { accountId: '2', name: '唐果' },
      ],
    },
    'GET /api/audience/catalogue': { fields: [], events: [], tests: {} },
  },
  stories: [
    { name: 'studies', path: '/members/studies' },
    {
      name: 'none yet',
      path: '/members/studies',
      answers: { 'GET /api/studies': { items: [], next: null } },
    },
    { name: 'sample', path: '/members/studies/1' },
    {
      name: 'no sample yet',
      path: '/members/studies/1',
      answers: {
        'GET /api/studies/{id}/interviews': { items: [] },
        'GET /api/studies/{id}': { ...study, chosen: 0, held: 0 },
      },
    },
    { name: 'talk', path: '/members/studies/1?interview=1' },
    { name: 'pain points', path: '/members/studies/1?tab=pains' },
  ],
})
