import { catalogue } from '#modules/audience/console/segments/catalogue.fixture.ts'
import { defineStories, fails, pending } from '#ui/console/story/story.ts'
import { ownerSession } from '#ui/console/story/world.ts'
import { burstOf } from '../../words/burst.ts'
import type { WordsAnswer } from './WordsScreen.tsx'

const session = {
  ...ownerSession,
  operator: {
    ...ownerSession.operator!,
    permissions: [...ownerSession.operator!.permissions, 'insight.read', 'audience.read', 'audience.edit'],
  },
}

const items = 1_204
const itemsBefore = 1_131
/** Word, texts now, texts before, people, rarity, mood. */
const counted: readonly (readonly [string, number, number, number, number, number])[] = [
  ['水温', 182, 166, 121, 9.4, 0.1],
  ['手冲', 171, 180, 133, 11.2, 0.3],
  ['耶加雪菲', 96, 88, 71, 13.9, 0.5],
  ['咖啡机', 94, 21, 66, 9.1, -0.6],
  ['研磨', 91, 97, 64, 9.8, 0.1],
  ['直播', 88, 31, 59, 8.2, -0.2],
  ['滤杯', 84, 80, 60, 12.1, 0.2],
  ['周三', 79, 28, 57, 7.6, -0.3],
  ['豆子', 76, 84, 58, 8.8, 0.4],
  ['烘焙', 71, 66, 44, 9.2, 0.2],
  ['杯测', 66, 92, 41, 13.2, 0.3],
  ['瑰夏', 61, 54, 39, 13.9, 0.5],
  ['门店', 58, 47, 46, 8.4, -0.1],
  ['物流', 44, 39, 40, 8.9, -0.5],
  ['粉水比', 41, 43, 30, 13.9, 0],
]
const all = counted.map(([word, many, before, members, rarity, mood]) => ({
  word,
  items: many,
  before,
  members,
  share: many / items,
  shareBefore: before / itemsBefore,
  heat: (many / items) * rarity,
  weight: Math.min(1, many / 180),
  burst: burstOf(many, items, before, itemsBefore),
  mood,
}))
const full: WordsAnswer = {
  days: { from: '2026-11-13', to: '2026-11-19' },
  before: { from: '2026-11-06', to: '2026-11-12' },
  items,
  itemsBefore,
  members: 512,
  glad: { items: 402, members: 211 },
  sorry: { items: 131, members: 96 },
  words: [...all].sort((one, other) => other.heat - one.heat),
  rising: all.filter(({ burst }) => burst > 10.83).sort((one, other) => other.burst - one.burst),
}

const said = {
  says: '2026-11-13 至 2026-11-19，大家公开聊了什么；和之前同样长的一段时间比',
  freshTo: '2026-11-19T01:41:56Z',
  lagSeconds: 1,
}
const answers = {
  'GET /api/session': session,
  'GET /api/audience/catalogue': catalogue,
  'GET /api/insight/saved': { items: [], next: null },
  'POST /api/insight/words': { ...said, answer: full },
}

export default defineStories({
  group: 'words',
  answers,
  stories: [
    { name: 'a week', path: '/insight/words' },
    {
      name: 'nothing came up',
      path: '/insight/words',
      answers: { 'POST /api/insight/words': { ...said, answer: { ...full, rising: [] } } },
    },
    {
      name: 'nothing said',
      path: '/insight/words',
      answers: {
        'POST /api/insight/words': { ...said, answer: { ...full, items: 0, words: [], rising: [] } },
      },
    },
    { name: 'loading', path: '/insight/words', answers: { 'POST /api/insight/words': pending } },
    {
      name: 'warehouse missing',
      path: '/insight/words',
      answers: {
        'POST /api/insight/words': fails(
          503,
          'warehouse_unavailable',
          '分析数据库暂时连不上，稍后会自动恢复',
        ),
      },
    },
  ],
})
