import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { Field } from '#base/declarations/fields.ts'
import { defineFact } from '#base/facts/fact.ts'
import type { Condition } from '../condition.ts'
import { placed } from '../resolve.ts'
import { sentenceOf } from './sentence.ts'
import { vocabularyOf } from './vocabulary.ts'

const section = { zh: '资料', en: 'Profile' }
const fields: readonly Field[] = [
  {
    key: 'member.city',
    label: { zh: '城市', en: 'City' },
    type: 'choice',
    section,
    options: [{ value: 'sh', label: { zh: '上海', en: 'Shanghai' } }],
  },
  { key: 'member.tags', label: { zh: '标签', en: 'Tags' }, type: 'choices', section },
  { key: 'member.spent', label: { zh: '累计消费', en: 'Spent' }, type: 'money', section },
  { key: 'member.cups', label: '杯数', type: 'number', section, unit: { zh: '杯', en: '{count|cup|cups}' } },
  { key: 'member.born', label: { zh: '生日', en: 'Birthday' }, type: 'day', section },
  { key: 'member.vip', label: { zh: '是会员', en: 'Is a subscriber' }, type: 'flag', section },
  {
    key: 'group.joined_at',
    label: { zh: '加入时间', en: 'Joining' },
    type: 'date',
    section,
    of: { label: { zh: '社群', en: 'group' }, options: [{ value: '7', label: '手冲研究所' }] },
  },
]
const joined = defineFact({
  name: 'group.joined',
  payload: z.object({}),
  label: { zh: '加入社群', en: 'joined a group' },
})

function say(who: Condition, locale: 'zh-CN' | 'en'): string {
  const words = vocabularyOf(locale, { facts: () => [joined] }, fields)
  const root = placed(
    { version: 1, who },
    {
      segments: new Map([['3', { name: '常客', definition: { version: 1, who: { kind: 'all', of: [] } } }]]),
      fields: new Map(fields.map((field) => [field.key, field])),
    },
  )
  return sentenceOf(root, words)
    .map(({ text }) => text)
    .join('')
}

const field = (key: string, test: Extract<Condition, { kind: 'field' }>['test'], of?: string): Condition => ({
  kind: 'field',
  field: key,
  ...(of ? { of } : {}),
  test,
})
type Event = Extract<Condition, { kind: 'event' }>
const event = (name: string, measure: Event['measure'], rest: Partial<Event> = {}): Condition => ({
  kind: 'event',
  event: name,
  ...rest,
  measure,
})
const last = (amount: number) => ({ window: { last: { amount, unit: 'days' as const } } })

const sentences: readonly (readonly [Condition, string, string])[] = [
  [{ kind: 'all', of: [] }, '成员：所有成员。', 'Members: everybody.'],
  [field('member.city', { op: 'isOneOf', value: ['sh'] }), '成员：城市是上海。', 'Members: City is Shanghai.'],
  [
    field('member.tags', { op: 'hasAllOf', value: ['新人', '手冲'] }),
    '成员：标签同时含新人、手冲。',
    'Members: Tags has all of 新人, 手冲.',
  ],
  [field('member.spent', { op: 'gte', value: 19_900 }), '成员：累计消费 ≥ ¥199。', 'Members: Spent ≥ ¥199.'],
  [field('member.cups', { op: 'between', value: [3, 10] }), '成员：杯数在 3 杯 到 10 杯 之间。', 'Members: 杯数 between 3 cups and 10 cups.'],
  [field('member.born', { op: 'anniversaryInNext', value: 7 }), '成员：生日在未来 7 天内到来。', 'Members: Birthday comes round within 7 days.'],
  [field('member.vip', { op: 'isTrue' }), '成员：是会员：是。', 'Members: Is a subscriber: yes.'],
  [
    field('group.joined_at', { op: 'beforeLast', value: 30 }, '7'),
    '成员：手冲研究所的加入时间已满 30 天。',
    'Members: Joining of 手冲研究所 30 days ago or more.',
  ],
  [event('post.read', { of: 'count', op: 'gte', value: 8 }, last(30)), '成员：近 30 天浏览帖子 ≥ 8 次。', 'Members: read a post ≥ 8 times in the last 30 days.'],
  [event('post.published', { of: 'count', op: 'eq', value: 0 }), '成员：从未发布帖子。', 'Members: has never published a post.'],
  [event('post.published', { of: 'count', op: 'gte', value: 1 }), '成员：曾经发布帖子。', 'Members: has published a post.'],
  [event('*', { of: 'daysSince', op: 'gte', value: 14 }), '成员：已 14 天没有任何动作。', 'Members: has not done anything for 14 days.'],
  [event('order.paid', { of: 'sum', op: 'gte', value: 50_000 }, last(90)), '成员：近 90 天付款累计金额 ≥ ¥500。', 'Members: paid for an order: total amount ≥ ¥500 in the last 90 days.'],
  [event('online_time', { of: 'sum', op: 'lt', value: 600 }, last(7)), '成员：近 7 天在线累计时长 < 10分钟。', 'Members: been online: total time < 10 minutes in the last 7 days.'],
  [
    event('page_view', { of: 'count', op: 'gte', value: 1 }, { where: [{ property: 'path', test: { op: 'contains', value: '/shop' } }], group: '7' }),
    '成员：曾经在手冲研究所里浏览页面（页面 含“/shop”）。',
    'Members: has viewed a page (page contains “/shop”) in 手冲研究所.',
  ],
  [
    { kind: 'sequence', steps: [{ event: 'group.joined' }, { event: 'order.paid' }], within: { amount: 7, unit: 'days' }, ...last(30) },
    '成员：近 30 天在 7 天内先后加入社群，再付款。',
    'Members: joined a group, then paid for an order, one after the other within 7 days in the last 30 days.',
  ],
  [{ kind: 'segment', segment: '3' }, '成员：在分群「常客」里。', 'Members: in the segment “常客”.'],
  [{ kind: 'segment', segment: '4' }, '成员：在一个已删除的分群里。', 'Members: in a segment that was removed.'],
  [
    {
      kind: 'all',
      of: [
        field('group.joined_at', { op: 'beforeLast', value: 30 }, '7'),
        {
          kind: 'any',
          of: [
            {
              kind: 'all',
              of: [
                event('post.read', { of: 'count', op: 'gte', value: 8 }, last(30)),
                event('post.published', { of: 'count', op: 'eq', value: 0 }),
              ],
            },
            event('check_in', { of: 'daysSince', op: 'gte', value: 14 }),
          ],
        },
        { kind: 'not', of: field('member.vip', { op: 'isTrue' }) },
      ],
    },
    '成员：手冲研究所的加入时间已满 30 天；并且（（近 30 天浏览帖子 ≥ 8 次，且从未发布帖子），或已 14 天没有签到）；排除是会员：是的人。',
    'Members: Joining of 手冲研究所 30 days ago or more; and ((read a post ≥ 8 times in the last 30 days and has never published a post) or has not checked in for 14 days); except those who: Is a subscriber: yes.',
  ],
] // biome-ignore format: a table

describe('a condition in words', () => {
  test.each(sentences)('%j', (who, zh, en) => {
    expect(say(who, 'zh-CN')).toBe(zh)
    expect(say(who, 'en')).toBe(en)
    // Nothing is left that a message should have replaced.
    expect(say(who, 'zh-CN') + say(who, 'en')).not.toMatch(/[{}]/)
  })
})
