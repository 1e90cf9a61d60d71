/** 山丘咖啡's groups for the stories. */
import { ago, days, hours } from '#ui/console/story/world.ts'
import type { Application, Group, Health, Membership, Overview } from './group.queries.ts'

export const tier = (id: string, key: string, name: string, rank: number) => ({
  id,
  key,
  name,
  promise: '',
  rank,
})
export const base = tier('1', 'base', '基础层', 1)
export const advanced = tier('2', 'advanced', '进阶层', 2)
export const core = tier('3', 'core', '核心层', 3)

const group = (
  id: string,
  name: string,
  slug: string,
  glyph: string,
  colour: Group['colour'],
  over: Partial<Group>,
): Group => ({
  id,
  slug,
  name,
  glyph,
  colour,
  pictureUrl: null,
  summary: '',
  coverUrl: null,
  pictureFileId: null,
  coverFileId: null,
  kind: 'interest',
  template: 'content',
  tier: base,
  forWhom: '自己在家做手冲的人',
  situation: '想冲好一杯，又没人可问的时候',
  coreValue: 'expertise',
  valuePromise: '提问两小时内有人答，周三跟着主理人盲测',
  connection: 'pyramid',
  brandScenario: '在家做手冲',
  industry: '',
  city: '',
  interestTag: '手冲',
  visibility: 'public',
  capacity: null,
  memberCount: 0,
  waiting: 0,
  toReview: 0,
  rulesVersion: 2,
  ways: [],
  createdAt: ago(400 * days),
  archivedAt: null,
  archiveReason: null,
  can: { edit: true, members: true },
  ...over,
})

export const handdrip = group('2', '手冲研究所', 'handdrip', '冲', 'clay', {
  summary: '一支豆、一组参数，一杯真实的结果',
  tier: advanced,
  memberCount: 1_282,
  capacity: 1_500,
  toReview: 3,
  ways: ['quiz', 'condition'],
})

export const groups: readonly Group[] = [
  group('1', '新手上手', 'start', '新', 'sky', { kind: 'service', memberCount: 4_820 }),
  handdrip,
  group('3', '产品内测', 'beta', '测', 'plum', {
    kind: 'beta',
    tier: core,
    memberCount: 186,
    capacity: 200,
    toReview: 12,
  }),
  group('4', '上海据点', 'shanghai', '沪', 'slate', {
    kind: 'local',
    memberCount: 342,
    visibility: 'unlisted',
  }),
  group('5', '福利小铺', 'offers', '福', 'persimmon', { kind: 'welfare', memberCount: 9_640 }),
  group('6', '企业咖啡角', 'office', '企', 'teal', {
    kind: 'industry',
    memberCount: 24,
    visibility: 'private',
  }),
]

const reading = (
  groupId: string,
  light: Overview['light'],
  stage: Overview['stage'],
  rates: readonly number[],
  level: string | null,
  answered: number,
): Overview => ({
  groupId,
  light,
  stage,
  level: level ? { rank: 2, name: level, perks: '' } : null,
  members: 100,
  activeRate: rates.at(-1) ?? null,
  activeRateBefore: rates.at(-2) ?? null,
  participation: 22,
  answered,
  growth: 4.2,
  joined28: 58,
  rates: [...rates],
  size: 'lively',
  day: '2026-11-19',
})

export const overview: readonly Overview[] = [
  reading('1', 'good', 'growing', [38, 40, 39, 41, 42, 43, 43.1, 46.2], '市集级', 91),
  reading('2', 'bad', 'declining', [41, 40, 39, 38, 37, 35, 31.8, 27], '市集级', 61.5),
  reading('3', 'good', 'stable', [55, 57, 56, 58, 57, 58, 57.1, 58.7], '城镇级', 96),
  reading('4', 'warn', 'stable', [30, 31, 30, 32, 31, 31, 30.9, 31.8], '市集级', 72),
  reading('5', 'warn', 'declining', [24, 23, 23, 22, 21, 20, 19.4, 18], '村落级', 40),
]

const rates = [41, 42, 41.5, 40, 40.6, 39, 38.2, 37, 36.4, 35, 31.8, 27]
const weeks = rates.map((rate, at) => ({
  end: new Date(Date.UTC(2026, 10, 18 - 7 * (11 - at))).toISOString().slice(0, 10),
  members: 1_180 + at * 9,
  joined: 16 + ((at * 5) % 9),
  left: 6 + ((at * 3) % 5),
  actives: Math.round(((1_180 + at * 9) * rate) / 100),
  contributors: Math.round(((1_180 + at * 9) * rate) / 240),
  contributions: 520 - at * 14,
  rate,
}))

export const health: Health = {
  figures: {
    members: 1_282,
    joined28: 58,
    left28: 41,
    growth: 1.3,
    actives: 346,
    activeRate: 27,
    activeRateBefore: 31.8,
    perMember: 0.3,
    contributors: 144,
    participation: 11.2,
    contributions28: 1_604,
    concentration: 52.4,
    newcomers28: 58,
    answered28: 36,
    answered: 61.5,
    weeks,
  },
  light: 'bad',
  score: 48,
  parts: [
    { indicator: 'activeRate', value: 27, light: 'bad', warn: 40, bad: 30, score: 41, weight: 35 },
    { indicator: 'participation', value: 11.2, light: 'bad', warn: 30, bad: 20, score: 24, weight: 25 },
    { indicator: 'answered', value: 61.5, light: 'warn', warn: 80, bad: 50, score: 62, weight: 15 },
    { indicator: 'growth', value: 1.3, light: 'good', warn: 0, bad: -5, score: 85, weight: 10 },
    { indicator: 'concentration', value: 52.4, light: 'good', warn: 60, bad: 80, score: 88, weight: 15 },
  ],
  life: { stage: 'declining', slope: -3.1, fallingWeeks: 7, weeksToSilence: 8 },
  ladder: {
    level: { rank: 2, name: '市集级', perks: '' },
    next: {
      level: { rank: 3, name: '城镇级', perks: '生豆团购价、每月线下杯测' },
      missing: 2,
      needs: [
        { figure: 'contributions28', label: '近 28 天发言与互动', actual: 1_604, atLeast: 400, met: true },
        { figure: 'answered', label: '新人 24 小时回应率', actual: 61.5, atLeast: 85, met: false },
        { figure: 'activeRate', label: '周活跃率', actual: 27, atLeast: 40, met: false },
      ],
    },
  },
  size: 'split',
  upTo: '2026-11-18',
  ownLines: false,
  weeks,
  measuredAt: ago(34),
}

export const person = (id: string, nickname: string, city: string) => ({
  memberId: id,
  token: `m_${id}`,
  nickname,
  avatarUrl: null,
  city,
})

const can = { change: true, remove: true }
const member = (
  id: string,
  nickname: string,
  city: string,
  role: Membership['role'],
  over: Partial<Membership>,
): Membership => ({
  id,
  person: person(id, nickname, city),
  number: Number(id),
  role,
  tier: tier('11', 'tier1', '常客', 1),
  cardName: '',
  introduction: '',
  joinedAt: ago(200 * days),
  way: 'admission',
  lastSeenAt: ago(3 * hours),
  answeredAt: ago(199 * days),
  rulesVersion: 2,
  leftAt: null,
  leftHow: null,
  leftReason: '',
  leftBy: null,
  can,
  ...over,
})

export const members: readonly Membership[] = [
  member('105', '阿澈', '上海', 'owner', { joinedAt: ago(412 * days) }),
  member('112', '唐果', '杭州', 'moderator', { joinedAt: ago(300 * days) }),
  member('107', '许木', '广州', 'expert', { cardName: '广州-水质控-许木' }),
  member('103', '青野', '杭州', 'member', { tier: tier('12', 'tier2', '答疑人', 2) }),
  member('101', '小满', '成都', 'novice', {
    joinedAt: ago(5 * hours),
    answeredAt: null,
    way: 'invitation',
    tier: null,
  }),
  member('109', 'Kelly_拿铁', '深圳', 'member', { lastSeenAt: ago(41 * days) }),
]

export const applications: readonly Application[] = [
  {
    id: '31',
    group: handdrip,
    person: person('120', '莫失莫忘', '北京'),
    state: 'review',
    startedAt: ago(30 * hours),
    submittedAt: ago(28 * hours),
    waitingSince: null,
    dueAt: ago(-20 * hours),
    decidedAt: null,
    decidedBy: null,
    reason: '',
    note: '',
    given: [
      {
        stepId: '1',
        kind: 'form',
        title: '入群问卷',
        done: true,
        lines: [
          { label: '现在用什么器具', text: 'V60 01 + C40，水温 92 ℃' },
          { label: '最想解决什么', text: '同一支豆两天冲出来差很多，想知道是研磨还是水' },
        ],
        pictureUrl: null,
        answeredAt: ago(28 * hours),
      },
    ],
    can: { decide: true },
  },
  {
    id: '32',
    group: handdrip,
    person: person('121', '大橙子', '武汉'),
    state: 'review',
    startedAt: ago(60 * hours),
    submittedAt: ago(52 * hours),
    waitingSince: null,
    dueAt: ago(4 * hours),
    decidedAt: null,
    decidedBy: null,
    reason: '',
    note: '',
    given: [
      {
        stepId: '1',
        kind: 'form',
        title: '入群问卷',
        done: true,
        lines: [{ label: '现在用什么器具', text: '还没买，先来看看' }],
        pictureUrl: null,
        answeredAt: ago(52 * hours),
      },
    ],
    can: { decide: true },
  },
]
