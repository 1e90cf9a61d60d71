/** What a report of the named brand says, for the gallery. */
import type { Section } from './reports.queries.ts'

const text = (zh: string, en: string) => ({ zh, en })
const figure = (
  name: readonly [string, string],
  formula: readonly [string, string],
  value: number | null,
  before: number | null,
  unit: 'members' | 'share' | 'times' | 'money' = 'members',
) => ({ name: text(...name), formula: text(...formula), unit, better: 'more' as const, value, before })

const weeks = [7_960, 8_120, 8_260, 8_180, 8_390, 8_420, 8_610, 8_890, 9_180, 9_360, 9_534, 9_846]
export const sections: Section[] = [
  {
    name: 'overview',
    label: text('概览', 'Overview'),
    title: text(
      '本周活跃成员 9,846 人，比上周多 312 人',
      '9,846 active members in the week, 312 more than in the week before',
    ),
    about: text(
      '对比上周；「变化」按截至 11月15日 的近 7 天，对比 1 周前',
      'Against the week before; changes are of the 7 days up to Nov 15',
    ),
    parts: [
      {
        kind: 'figures',
        items: [
          figure(
            ['活跃成员', 'Active members'],
            ['当期有过任何行为的成员数（去重）', 'Members who did anything, each once'],
            9_846,
            9_534,
          ),
          figure(['新成员', 'New members'], ['当期加入的成员数', 'Members who joined'], 512, 540),
          figure(
            ['周活跃率', 'Weekly active rate'],
            ['近 7 天活跃成员数 ÷ 期末成员数', 'Active in 7 days ÷ members'],
            0.318,
            0.309,
            'share',
          ),
          figure(
            ['互动次数', 'Interactions'],
            ['评论、反应、分享和收藏', 'Comments, reactions, shares, bookmarks'],
            18_204,
            17_911,
            'times',
          ),
        ],
      },
      {
        kind: 'sentences',
        items: [
          {
            text: text(
              '比上周多 312 人：最多的在冷萃实验室，手冲研究所反而在减少',
              '312 more than the week before: most of it in 冷萃实验室, while 手冲研究所 lost',
            ),
            door: { path: '/insight', question: { to: '2026-11-15' } },
          },
          {
            text: text(
              '手冲研究所的「参加直播杯测」停了 3 周，46 位常参加的人上周没来',
              '手冲研究所: “Joined a tasting” stopped 3 weeks ago; 46 of its regulars stayed away last week',
            ),
            tone: 'warn',
            door: { path: '/insight', question: { to: '2026-11-15', group: '3' } },
          },
        ],
      },
    ],
    door: { path: '/insight', question: { to: '2026-11-15' } },
  },
  {
    name: 'north',
    label: text('北极星', 'North star'),
    title: text(
      '周活跃成员 9,846 人，比上周多 312 人',
      '9,846 weekly actives, 312 more than the week before',
    ),
    about: text('', ''),
    parts: [
      {
        kind: 'line',
        title: text(
          '周活跃成员 9,846 人，比上周多 312 人，离目标节奏还差 520 人',
          '9,846 weekly actives, 312 more than the week before, 520 behind the pace of the goal',
        ),
        note: text(
          '近 7 天活跃成员（去重）；点线是再往前的同样长一段，黄色虚线是目标',
          'Members active in 7 days, each once; dotted: as long before, dashed: the goal',
        ),
        unit: 'members',
        points: weeks.map((value, at) => ({
          start: new Date(Date.UTC(2026, 7, 24 + 7 * at)).toISOString().slice(0, 10),
          value,
        })),
        before: weeks.map((value) => Math.round(value * 0.86)),
        goal: 12_000,
        door: { path: '/insight', question: { to: '2026-11-15' } },
      },
    ],
  },
  {
    name: 'goals',
    label: text('目标', 'Goals'),
    title: text('2 个目标在跑：1 个达到或领先，1 个落后', '2 goals run: 1 reached or ahead, 1 behind'),
    about: text(
      '读数取本期最后一天；预测是照现在的走势，到期时八成把握的范围',
      'Read on the last day; the forecast is where it will be in eight cases of ten',
    ),
    parts: [
      {
        kind: 'table',
        title: null,
        head: [
          text('目标', 'Goal'),
          text('进度', 'Pace'),
          text('现在', 'Now'),
          text('目标值', 'Target'),
          text('到期预测', 'Forecast'),
          text('期限', 'Due'),
        ],
        figures: [2, 3, 4, 5],
        rows: [
          [
            { text: text('周活跃成员', '周活跃成员'), door: { path: '/plan/goals/1' } },
            { text: text('落后', 'Behind'), tone: 'bad' },
            { text: text('9,846', '9,846') },
            { text: text('12,000', '12,000') },
            { text: text('10,640 到 11,590', '10,640 to 11,590') },
            { text: text('12月31日', 'Dec 31') },
          ],
          [
            { text: text('被采纳的产品建议', '被采纳的产品建议'), door: { path: '/plan/goals/2' } },
            { text: text('领先', 'Ahead'), tone: 'good' },
            { text: text('38', '38') },
            { text: text('60', '60') },
            { text: text('58 到 71', '58 to 71') },
            { text: text('12月31日', 'Dec 31') },
          ],
        ],
      },
    ],
    door: { path: '/plan/goals' },
  },
  {
    name: 'content',
    label: text('内容', 'Content'),
    title: text('486 帖，218 人发过帖', '486 posts by 218 members'),
    about: text(
      '好帖按互动排：赞和评论一次算一，分享和收藏算二',
      'Posts by interaction: reactions and comments count one, shares and bookmarks two',
    ),
    parts: [
      {
        kind: 'table',
        title: text('最受欢迎的帖子', 'Best posts'),
        head: [
          text('帖子', 'Post'),
          text('社群', 'Group'),
          text('互动', 'Interactions'),
          text('读者', 'Readers'),
        ],
        figures: [2, 3],
        rows: [
          ['水温 92 度和 94 度，喝得出区别吗？', '手冲研究所', '186', '1,204'],
          ['门店同款拿铁：奶泡打到第几秒停', '拿铁拉花', '142', '988'],
        ].map((cells) => cells.map((cell) => ({ text: text(cell, cell) }))),
      },
      {
        kind: 'sentences',
        items: [
          {
            text: text(
              '大家在聊：冷萃 · 研磨度 · 耶加 · 春日拼配',
              'Talked about: 冷萃 · 研磨度 · 耶加 · 春日拼配',
            ),
          },
        ],
      },
    ],
  },
  {
    name: 'orders',
    label: text('订单', 'Orders'),
    title: text('本周没有订单', 'No orders in the week'),
    about: text('已付款的订单，按付款时间', 'Paid orders, by when they were paid'),
    parts: [],
  },
]
