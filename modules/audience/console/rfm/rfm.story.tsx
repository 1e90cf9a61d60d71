import { defineStories, fails, pending } from '#ui/console/story/story.ts'
import { ownerSession, viewerSession } from '#ui/console/story/world.ts'
import { tiers } from './figures.ts'
import type { Cell, Model, Movement, Picture, Place, Placed, RfmDefinition, Tier } from './rfm.queries.ts'

const session = {
  ...ownerSession,
  operator: {
    ...ownerSession.operator!,
    permissions: [...ownerSession.operator!.permissions, 'audience.read', 'audience.edit'],
  },
}
const reader = {
  ...viewerSession,
  operator: { ...viewerSession.operator!, permissions: ['members.read', 'audience.read'] },
}

const definition: RfmDefinition = {
  version: 1,
  windowDays: 365,
  recency: { events: ['order.paid'], cut: { mode: 'fixed', value: 30 } },
  frequency: { events: ['order.paid'], per: 'event', cut: { mode: 'mean' } },
  amount: {
    parts: [{ event: 'order.paid', of: 'value', weight: 1 }],
    unit: 'money',
    cut: { mode: 'quintile', from: 4 },
  },
  tiers: { general_develop: { name: '尝鲜新客' } },
}
const contribution: RfmDefinition = {
  version: 1,
  windowDays: 90,
  recency: { events: ['page_view', 'check_in'], cut: { mode: 'fixed', value: 7 } },
  frequency: { events: ['comment.posted', 'reaction.given'], per: 'day', cut: { mode: 'median' } },
  amount: {
    parts: [
      { event: 'post.published', of: 'count', weight: 10 },
      { event: 'comment.posted', of: 'count', weight: 3 },
      { event: 'reaction.given', of: 'count', weight: 1 },
    ],
    unit: 'points',
    cut: { mode: 'mean' },
  },
  tiers: {},
}

const names: Record<Place, readonly [string, string, string]> = {
  important_value: [
    '重要价值客户',
    '核心贡献者',
    '重点维护：VIP 专人服务、专享权益、定期福利，精神与物质双激励，邀请分享与转介绍',
  ],
  general_value: ['一般价值客户', '热心常客', '提高客单价：满减、组合装、加价换购'],
  important_develop: ['重要发展客户', '高质量作者', '提高频次：会员、积分、周期购，交叉推荐'],
  general_develop: ['一般发展客户', '围观新友', '新客培育：首单关怀、复购券、使用指导'],
  important_keep: ['重要保持客户', '沉寂的核心', '主动联系唤醒：新品告知、专属回归礼、负责人回访'],
  general_keep: ['一般保持客户', '沉寂的常客', '积分到期提醒、小额回归券'],
  important_retain: ['重要挽留客户', '离开的作者', '重点挽留：专属优惠，回访流失原因，解决历史问题'],
  general_retain: ['一般挽留客户', '渐行渐远', '低成本触达，接受自然流失'],
  none: ['未购买', '从未来访', '首单转化：体验装、新人券、口碑内容'],
}

const model = (kind: Model['kind']): Model => {
  const own = kind === 'purchase' ? definition : contribution
  const inForce = {
    number: 3,
    definition: own,
    note: '旺季后把 R 放宽到 30 天',
    at: '2026-11-02T03:12:00Z',
    by: '程白',
  }
  return {
    kind,
    inForce,
    draft: null,
    versions: [
      inForce,
      { ...inForce, number: 2, note: '改用平均频次', at: '2026-08-14T06:40:00Z' },
      { ...inForce, number: 1, note: '', at: '2026-06-01T02:00:00Z', by: '' },
    ],
    tiers: [...tiers, 'none' as const].map((key) => ({
      key,
      name: own.tiers[key]?.name ?? names[key][kind === 'purchase' ? 0 : 1],
      fixedName: names[key][kind === 'purchase' ? 0 : 1],
      strategy: names[key][2],
    })),
    run: { asOf: '2026-11-18', computedAt: '2026-11-18T19:20:08Z', moved: 46 },
    events: ['check_in', 'comment.posted', 'order.paid', 'page_view', 'post.published', 'reaction.given'],
    can: { edit: true, compute: true },
  }
}

/** Fewer where R, F and M are far apart, as people are. */
function cells(scale: number): Cell[] {
  const made: Cell[] = []
  for (let r = 1; r <= 5; r++)
    for (let f = 1; f <= 5; f++)
      for (let m = 1; m <= 5; m++) {
        const members = Math.round(
          (scale * (6 - Math.abs(f - m)) ** 2 * (1 + r * (f > 2 ? 1.4 : 0.4)) * (f === 1 ? 3 : 1)) / 60,
        )
        const at = (r >= 4 ? 0 : 4) + (f >= 4 ? 0 : 2) + (m >= 4 ? 0 : 1)
        const tier = tiers[at] as Tier
        if (members > 0 && Math.abs(f - m) < 4)
          made.push({ tier, r, f, m, members, amount: members * (m * m * 4_700 + f * 1_300) })
      }
  return made
}

const picture = (kind: Model['kind']): Picture => {
  const all = cells(kind === 'purchase' ? 9.4 : 15)
  const measured = all.reduce((sum, cell) => sum + cell.members, 0)
  return {
    asOf: '2026-11-19',
    members: 4_212,
    measured,
    cutOffs: {
      recency: { cut: 30, mean: 48.3, median: 33, fifths: [9, 24, 46, 88] },
      frequency: { cut: 3.4, mean: 3.4, median: 2, fifths: [1, 2, 3, 5] },
      amount:
        kind === 'purchase'
          ? { cut: 31_200, mean: 24_810, median: 17_900, fifths: [8_800, 14_600, 22_400, 31_200] }
          : { cut: 41.6, mean: 41.6, median: 18, fifths: [3, 11, 26, 64] },
    },
    cells: all,
  }
}

const movement: Movement = {
  from: '2026-10-20',
  to: '2026-11-19',
  moves: [...tiers, 'none' as const].flatMap((from, row) =>
    tiers.flatMap((to, column) => {
      const far = Math.abs(row - column)
      const members =
        row === column
          ? 210 - row * 14
          : Math.max(0, Math.round(38 / (far * far) + ((row * 7 + column * 3) % 5) - 4))
      return members > 0 && !(from === 'none' && column > 3) ? [{ from, to, members }] : []
    }),
  ),
}

const people: readonly Placed[] = [
  ['12', '阿澈', '杭州', 5, 14, 213_600],
  ['31', '青野', '杭州', 1, 12, 154_800],
  ['44', '韩小禾', '上海', 19, 6, 98_200],
  ['58', 'Momo', '深圳', 5, 7, 88_400],
  ['63', '许木', '成都', 24, 5, 71_900],
].map(([id, nickname, city, recency, frequency, amount]) => ({
  member: { id: String(id), nickname: String(nickname), avatarUrl: null, city: String(city) },
  tier: 'important_value' as const,
  recency: Number(recency),
  frequency: Number(frequency),
  amount: Number(amount),
  r: 5,
  f: 5,
  m: 5,
}))

const kindOf = (url: URL): Model['kind'] =>
  url.pathname.includes('contribution') ? 'contribution' : 'purchase'
const answers = {
  'GET /api/session': session,
  'GET /api/audience/rfm/{kind}': (url: URL) => model(kindOf(url)),
  'GET /api/audience/rfm/{kind}/picture': (url: URL) => picture(kindOf(url)),
  'POST /api/audience/rfm/{kind}/trial': (url: URL) => picture(kindOf(url)),
  'GET /api/audience/rfm/{kind}/movement': movement,
  'GET /api/audience/rfm/{kind}/members': { items: people, next: null },
}

export default defineStories({
  group: 'rfm',
  answers,
  stories: [
    { name: 'purchase', path: '/rfm' },
    { name: 'contribution', path: '/rfm?kind=contribution' },
    {
      name: 'viewer',
      path: '/rfm',
      answers: {
        'GET /api/session': reader,
        'GET /api/audience/rfm/{kind}': {
          ...model('purchase'),
          can: { edit: false, compute: false },
          run: null,
        },
      },
    },
    {
      name: 'no orders yet',
      path: '/rfm',
      answers: {
        'GET /api/audience/rfm/{kind}/picture': { ...picture('purchase'), measured: 0, cells: [] },
      },
    },
    {
      name: 'warehouse missing',
      path: '/rfm',
      answers: {
        'GET /api/audience/rfm/{kind}/picture': fails(
          503,
          'warehouse_unavailable',
          '分析库暂时不可用，数据会在恢复后补齐',
        ),
      },
    },
    {
      name: 'model',
      path: '/rfm/model',
      answers: {
        'GET /api/audience/rfm/{kind}': {
          ...model('purchase'),
          draft: { ...model('purchase').inForce, number: null, note: '' },
        },
      },
    },
    { name: 'contribution model', path: '/rfm/model?kind=contribution' },
    { name: 'loading', path: '/rfm', answers: { 'GET /api/audience/rfm/{kind}/picture': pending } },
  ],
})
