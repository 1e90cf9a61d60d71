/** The dashboard that the stories of a shared link show. */
import { ago } from '#ui/console/story/world.ts'
import { addDays } from '../calendar.ts'
import type { SharedAnswer } from './dashboards.queries.ts'

export const first = '2026-08-31'
/** Weekly actives of twelve weeks. */
export const weeklyActives = [
  7_960, 8_120, 8_260, 8_180, 8_390, 8_420, 8_610, 8_890, 9_180, 9_360, 9_534, 9_846,
]

export const shared: SharedAnswer = {
  name: '社群健康',
  note: '给董事会看的一页',
  community: '山丘咖啡',
  at: ago(2),
  freshTo: ago(2),
  lagSeconds: 1,
  tiles: [
    sharedTile('1', { kind: 'text', text: '先看周活跃和活跃率。', x: 0, y: 0, w: 12, h: 2 }),
    sharedTile('2', {
      show: 'number',
      title: '周活跃 WAU',
      x: 0,
      y: 2,
      w: 4,
      h: 3,
      figures: lines(['周活跃 WAU', weeklyActives]),
    }),
    sharedTile('3', {
      show: 'number',
      title: '首单',
      x: 4,
      y: 2,
      w: 4,
      h: 3,
      figures: { ...lines(['首单', [12, 14, null, 18]]), headline: '人少不显示', change: null, hidden: 2 },
    }),
    sharedTile('4', {
      kind: 'goal',
      x: 8,
      y: 2,
      w: 4,
      h: 3,
      goal: {
        name: '手冲研究所周活跃率提高 8 个百分点',
        value: '38.2%',
        target: '42%',
        dueOn: '2026-12-31',
        pace: 'behind',
        reached: false,
        progress: 0.5,
      },
    }),
    sharedTile('5', {
      show: 'line',
      title: '周活跃 WAU',
      x: 0,
      y: 5,
      w: 8,
      h: 6,
      figures: lines(['周活跃 WAU', weeklyActives]),
    }),
    sharedTile('6', {
      kind: 'signals',
      x: 8,
      y: 5,
      w: 4,
      h: 6,
      signals: [{ title: '手冲研究所 · 周活跃率', at: ago(38) }],
    }),
    sharedTile('7', {
      kind: 'analysis',
      analysis: 'retention',
      title: '新成员每周还来不来',
      x: 0,
      y: 11,
      w: 12,
      h: 5,
      figures: {
        ...lines(),
        headline: null,
        change: null,
        table: {
          head: ['起始', '起始人数', '第 1 期', '第 2 期'],
          rows: [
            ['2026-11-02', '128', '46%', '31%'],
            ['2026-11-09', '97', '41%', ''],
            ['2026-11-16', '人少不显示', '', ''],
          ],
        },
        hidden: 1,
      },
    }),
  ],
}

function lines(...given: readonly (readonly [string, readonly (number | null)[]])[]) {
  return {
    headline: '9,846',
    change: { by: '3.3%', side: 'up' as const, good: true },
    formula: '截至期末的近 7 天里做过任何事的成员，去重',
    labels: weeklyActives.map((_, at) => addDays(first, at * 7)),
    lines: given.map(([name, values]) => ({
      name,
      unit: 'members' as const,
      values: [...values],
      before: null,
    })),
    table: { head: ['日期', '周活跃 WAU'], rows: [['2026-11-16', '9,846']] },
    hidden: 0,
  }
}

function sharedTile(id: string, part: Partial<SharedAnswer['tiles'][number]>): SharedAnswer['tiles'][number] {
  return {
    id,
    kind: 'metric',
    analysis: null,
    show: null,
    title: '',
    x: 0,
    y: 0,
    w: 6,
    h: 4,
    text: null,
    figures: null,
    goal: null,
    signals: null,
    failed: false,
    ...part,
  }
}
