import { catalogue } from '#modules/audience/console/segments/catalogue.fixture.ts'
import { defineStories, fails, pending } from '#ui/console/story/story.ts'
import { ownerSession } from '#ui/console/story/world.ts'
import { concentrationOf, ofBusiest } from '../../network/concentration.ts'
import { seeded } from '../../network/graph.ts'
import { placed } from '../../network/placing.ts'
import type { ConcentrationAnswer, NetworkAnswer } from './drawing.ts'

const session = {
  ...ownerSession,
  operator: {
    ...ownerSession.operator!,
    permissions: [
      ...ownerSession.operator!.permissions,
      'insight.read',
      'insight.edit',
      'audience.read',
      'audience.edit',
    ],
  },
}

const days = { from: '2026-10-21', to: '2026-11-19' }
const nicknames =
  '林晓 阿澈 青野 韩小禾 许木 程白 周南 苏荷 陆羽 白鹭 江离 沈舟 顾南 温言 秦川 何夕 木子 山月 清和 小满'.split(
    ' ',
  )
const nameOf = (id: string) =>
  Number(id) <= nicknames.length
    ? nicknames[Number(id) - 1]!
    : `${nicknames[Number(id) % nicknames.length]!}${id}`

/** Four circles with some who know two of them. */
function answerOf(): NetworkAnswer {
  const random = seeded(7)
  const pick = (from: number, size: number) => String(from + 1 + Math.floor(size * random() ** 1.8))
  const circles = [
    [0, 46],
    [46, 30],
    [76, 22],
    [98, 12],
  ] as const
  const counts = new Map<string, number>()
  const tell = (giver: string, getter: string) => {
    if (giver !== getter) counts.set(`${giver} ${getter}`, (counts.get(`${giver} ${getter}`) ?? 0) + 1)
  }
  for (const [from, size] of circles)
    for (let n = 0; n < size * 9; n++) tell(String(from + 1 + Math.floor(size * random())), pick(from, size))
  for (const [one, other] of [
    ['3', '48'],
    ['3', '52'],
    ['48', '79'],
    ['80', '99'],
    ['12', '101'],
    ['3', '77'],
  ] as const)
    tell(one, other)
  const rows = [...counts].map(([pair, answers]) => {
    const [giver = '', getter = ''] = pair.split(' ')
    return { giver, getter, answers }
  })
  const ids = [...new Set(rows.flatMap(({ giver, getter }) => [giver, getter]))]
  const network = placed(
    rows,
    new Map(ids.map((id) => [id, id === '3' || id === '80' ? '2026-10-30' : '2026-11-18'])),
    days,
    (lastDay) => lastDay < '2026-11-06',
  )
  const person = (id: string) => ({ id, nickname: nameOf(id), avatarUrl: null, city: '杭州' })
  const { people, pairs } = network
  return {
    days,
    members: people.length,
    answers: people.reduce((sum, { gave }) => sum + gave, 0),
    pairs: pairs.length,
    cut: false,
    mutual: pairs.filter(({ mutual }) => mutual).length / pairs.length,
    largest: network.largest,
    core: { k: network.k, members: people.filter(({ core }) => core).length },
    bridges: people.filter(({ bridge }) => bridge).length,
    atRisk: people.filter(({ atRisk }) => atRisk).length,
    alone: 34,
    sampled: null,
    communities: [0, 1, 2, 3].map((community) => {
      const own = people.filter((each) => each.community === community)
      return {
        community,
        members: own.length,
        within: 0.94 - community * 0.05,
        lead: own.slice(0, 3).map(({ id }) => person(id)),
      }
    }),
    people: people.map(({ id, ...rest }) => ({ person: person(id), ...rest })),
    links: pairs.map(({ a, b, answers }) => ({ a: people[a]!.id, b: people[b]!.id, answers })),
  }
}

const tallies = [
  { times: 1, members: 180 },
  { times: 2, members: 96 },
  { times: 4, members: 60 },
  { times: 9, members: 34 },
  { times: 30, members: 12 },
  { times: 120, members: 3 },
]
const { lorenz, ...rest } = concentrationOf(tallies)
const concentration: ConcentrationAnswer = {
  days,
  ...rest,
  lorenz: [...lorenz],
  top: [1, 10, 50].map((percent) => {
    const members = Math.ceil((rest.members * percent) / 100)
    return { percent, members, share: ofBusiest(tallies, members) / rest.contributions }
  }),
}

const said = { says: '2026-10-21 至 2026-11-19，谁回复了谁', freshTo: '2026-11-19T01:41:56Z', lagSeconds: 1 }
const full = answerOf()
const answers = {
  'GET /api/session': session,
  'GET /api/audience/catalogue': catalogue,
  'GET /api/insight/saved': { items: [], next: null },
  'POST /api/insight/network': { ...said, answer: full },
  'POST /api/insight/concentration': { ...said, answer: concentration },
}

export default defineStories({
  group: 'network',
  answers,
  stories: [
    { name: 'circles', path: '/insight/network' },
    {
      name: 'nobody answers',
      path: '/insight/network',
      answers: {
        'POST /api/insight/network': { ...said, answer: { ...full, members: 0, people: [], links: [] } },
      },
    },
    { name: 'loading', path: '/insight/network', answers: { 'POST /api/insight/network': pending } },
    {
      name: 'too much',
      path: '/insight/network',
      answers: { 'POST /api/insight/network': fails(503, 'timeout', '这个问题要算太久，缩短时间再试') },
    },
  ],
})
