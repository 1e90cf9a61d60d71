/** 留存: who comes back, and who does not. */
import type { ReturningExpression } from '../metric.ts'
import { entry, people, ratio } from './entry.ts'

const any = { event: '*' }
const again = (
  after: number,
  unit: ReturningExpression['unit'],
  more: Partial<ReturningExpression> = {},
): ReturningExpression => ({
  kind: 'returning',
  first: any,
  newcomers: true,
  again: any,
  after,
  unit,
  ...more,
})
const was = { event: '*', when: { from: 59, to: 30 } } as const

const onDay = (n: number, ids: readonly string[] = []) =>
  entry(
    `retention_day_${n}`,
    [n === 1 ? '次日留存率' : `${n} 日留存率`, `Day ${n} retention`],
    [
      `当期首次活跃的成员中，第 ${n} 天又活跃的人数 ÷ 已满 ${n} 天的人数`,
      `Of members first active in the period, those active on day ${n} ÷ those whose day ${n} is over`,
    ],
    again(n, 'day'),
    'share',
    { ids },
  )

export const retention = [
  onDay(1, ['S4-01']),
  onDay(7, ['S4-01']),
  onDay(30, ['S4-01', 'S4-78']),
  entry(
    'retention_week_1',
    ['次周留存率', 'Next-week retention'],
    [
      '当期首次活跃的成员中，下一周又活跃的人数 ÷ 下一周已结束的人数',
      'Of members first active in the period, those active in the week after',
    ],
    again(1, 'week'),
    'share',
    { ids: ['S4-78'] },
  ),
  entry(
    'retention_6_months',
    ['6 个月留存率', 'Six-month retention'],
    [
      '首次活跃满 6 个月的成员中，第 6 个月仍活跃的人数占比',
      'Of members first active six months ago, those active in month six',
    ],
    again(6, 'month'),
    'share',
    { ids: ['S1-08'] },
  ),
  entry(
    'revisit_rate',
    ['回访率', 'Revisit rate'],
    [
      '当期活跃成员中，下一周又来的人数 ÷ 下一周已结束的人数',
      'Of members active in the period, those active in the week after',
    ],
    again(1, 'week', { newcomers: false }),
    'share',
    { ids: ['S4-78'] },
  ),
  entry(
    'churn_rate',
    ['流失率', 'Churn rate'],
    [
      '前 30 天活跃、近 30 天不再活跃的成员数 ÷ 前 30 天活跃成员数',
      'Members active in the 30 days before but not in the last 30 ÷ members active before',
    ],
    ratio(people(was, { event: '*', when: { from: 29, to: 0 }, not: true }), people(was)),
    'share',
    { better: 'less' },
  ),
]
