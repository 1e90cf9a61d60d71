/** Dashboards to begin with: they ask what every community has, so that they show something at once. */
import type { Locale, Message } from '#base/i18n/messages.ts'
import { defineMessages, render } from '#base/i18n/messages.ts'
import type { MetricRef } from '../metrics/metric.ts'
import type { Breakdown, Range } from '../shapes.ts'
import type { MetricContent, PlacedTile, TileContent } from './dashboard.ts'

const words = defineMessages({
  health: { zh: '社群健康', en: 'Community health' },
  healthNote: {
    zh: '人在不在、说不说话、新来的留没留住：每周一先看这一页',
    en: 'Whether people come, speak and stay: the page for Monday mornings',
  },
  healthRead: {
    zh: '先看周活跃和活跃率；哪个群掉了，点开就是那些人。信号里是系统已经替你盯出来的。',
    en: 'Weekly actives first; where a group fell, its number opens the people. Signals are what was noticed already.',
  },
  growth: { zh: '增长与转化', en: 'Growth and conversion' },
  growthNote: {
    zh: '从哪里来、走到哪一步、买没买、还买不买',
    en: 'Where people come from, how far they go, whether they buy and buy again',
  },
  content: { zh: '内容与互动', en: 'Content and interaction' },
  contentNote: {
    zh: '谁在写、有没有人看、问题有没有人答',
    en: 'Who writes, who reads, and whether questions are answered',
  },
  firstOrder: { zh: '新人从加入到第一单', en: 'From joining to the first order' },
  stay: { zh: '新成员每周还来不来', en: 'Do newcomers come back each week' },
  byGroup: { zh: '各群的周活跃率', en: 'Weekly active rate by group' },
  byChannel: { zh: '新成员从哪里来', en: 'Where new members come from' },
  hours: { zh: '大家几点在说话', en: 'At what hour people talk' },
})

export const templateIds = ['health', 'growth', 'content'] as const
export type TemplateId = (typeof templateIds)[number]

interface Tile {
  readonly title: Message | null
  readonly content: TileContent
  readonly box: readonly [x: number, y: number, w: number, h: number]
}

interface Template {
  readonly name: Message
  readonly note: Message
  readonly tiles: (locale: Locale) => readonly Tile[]
}

const weeks: Range = { last: 12, unit: 'week' }
const days: Range = { last: 30, unit: 'day' }

const metric = (
  key: MetricRef,
  show: MetricContent['show'],
  box: Tile['box'],
  more: {
    readonly title?: Message
    readonly breakdown?: Breakdown
    readonly range?: Range
    readonly unit?: MetricContent['unit']
  } = {},
): Tile => ({
  title: more.title ?? null,
  box,
  content: {
    kind: 'metric',
    metric: key,
    range: more.range ?? weeks,
    unit: more.unit ?? 'week',
    // Parts beside each other are compared with each other.
    ...(more.breakdown ? { breakdown: more.breakdown } : { compare: 'previous' as const }),
    scope: {},
    show,
  },
})
const asked = (
  analysis: string,
  question: Record<string, unknown>,
  box: Tile['box'],
  title: Message | null = null,
): Tile => ({ title, box, content: { kind: 'analysis', analysis, question } })

const templates: Readonly<Record<TemplateId, Template>> = {
  health: {
    name: words.health,
    note: words.healthNote,
    tiles: (locale) => [
      { title: null, box: [0, 0, 12, 2], content: { kind: 'text', text: render(words.healthRead, locale) } },
      metric('weekly_actives', 'number', [0, 2, 3, 3]),
      metric('weekly_active_rate', 'number', [3, 2, 3, 3]),
      metric('interactions_per_active', 'number', [6, 2, 3, 3]),
      metric('new_members', 'number', [9, 2, 3, 3]),
      metric('weekly_actives', 'line', [0, 5, 8, 6]),
      { title: null, box: [8, 5, 4, 6], content: { kind: 'signals' } },
      metric('weekly_active_rate', 'bars', [0, 11, 6, 6], {
        title: words.byGroup,
        breakdown: { by: 'group' },
        range: { last: 4, unit: 'week' },
      }),
      asked('lifecycle', { range: weeks, unit: 'week' }, [6, 11, 6, 6]),
      asked(
        'retention',
        {
          range: weeks,
          start: { event: 'member.joined' },
          newcomers: true,
          again: { event: '*' },
          unit: 'week',
          how: 'exact',
          columns: 8,
        },
        [0, 17, 12, 8],
        words.stay,
      ),
    ],
  },
  growth: {
    name: words.growth,
    note: words.growthNote,
    tiles: () => [
      metric('members_total', 'number', [0, 0, 3, 3]),
      metric('new_members', 'number', [3, 0, 3, 3]),
      metric('orders', 'number', [6, 0, 3, 3]),
      metric('revenue', 'number', [9, 0, 3, 3]),
      metric('new_members', 'bars', [0, 3, 6, 6], {
        title: words.byChannel,
        breakdown: { by: 'field', field: 'member.channel' },
      }),
      asked(
        'funnel',
        {
          range: { last: 90, unit: 'day' },
          steps: [
            { of: [{ event: 'member.joined' }] },
            { of: [{ event: 'post.read' }] },
            { of: [{ event: 'order.paid' }] },
          ],
          order: 'ordered',
          within: { amount: 30, unit: 'days' },
          count: 'members',
        },
        [6, 3, 6, 6],
        words.firstOrder,
      ),
      metric('revenue', 'line', [0, 9, 6, 5]),
      metric('repurchase_rate', 'line', [6, 9, 6, 5], { range: { last: 6, unit: 'month' }, unit: 'month' }),
    ],
  },
  content: {
    name: words.content,
    note: words.contentNote,
    tiles: () => [
      metric('posts', 'number', [0, 0, 3, 3]),
      metric('creators', 'number', [3, 0, 3, 3]),
      metric('reads', 'number', [6, 0, 3, 3]),
      metric('answer_rate', 'number', [9, 0, 3, 3]),
      metric('interactions', 'line', [0, 3, 8, 5]),
      metric('first_response_minutes', 'line', [8, 3, 4, 5]),
      metric('messages', 'bars', [0, 8, 6, 5], {
        title: words.hours,
        breakdown: { by: 'time', part: 'hour' },
        range: days,
        unit: 'day',
      }),
      asked('concentration', { range: days }, [6, 8, 6, 5]),
      asked('words', { range: days }, [0, 13, 12, 7]),
    ],
  },
}

export const templateOf = (id: TemplateId, locale: Locale) => {
  const { name, note, tiles } = templates[id]
  return {
    name: render(name, locale),
    note: render(note, locale),
    tiles: tiles(locale).map(
      ({ title, content, box: [x, y, w, h] }): Omit<PlacedTile, 'id'> => ({
        title: title && render(title, locale),
        content,
        x,
        y,
        w,
        h,
      }),
    ),
  }
}
