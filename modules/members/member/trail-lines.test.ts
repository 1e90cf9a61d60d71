import { expect, test } from 'vitest'
import { render } from '#base/i18n/messages.ts'
import { sayLine } from './moments.messages.ts'
import { toLines } from './trail-lines.ts'

const dayOf = (moment: string) => moment.slice(0, 10)
const at = (id: number, name: string, time: string, props: Record<string, unknown> = {}) => ({
  id: String(id),
  name,
  occurredAt: `2026-11-${time}:00.000Z`,
  label: null,
  props,
})

test('what the machinery notes for itself is no step of a person', () => {
  const moments = ['identify', 'online_time', 'visitor.identified', 'member.tagged'].map((name, id) =>
    at(id, name, '22T10:00'),
  )
  expect(toLines(moments, dayOf)).toEqual([])
})

test('pages seen one after another are one line, but never across two days', () => {
  const lines = toLines(
    [
      at(5, 'page_view', '22T10:02', { path: '/me' }),
      at(4, 'online_time', '22T10:01'),
      at(3, 'page_view', '22T10:00', { path: '/' }),
      at(2, 'page_view', '22T09:00', { path: '/me' }),
      at(1, 'page_view', '21T23:00', { path: '/' }),
    ],
    dayOf,
  )
  expect(lines.map(({ id, pages }) => [id, pages])).toEqual([
    ['5', ['/me', '/']],
    ['1', ['/']],
  ])
})

test.each([
  [
    'zh-CN',
    [
      '来过，看了「我的」等 2 个页面',
      '来过，看了「首页」',
      '来逛了逛',
      '加入了社区',
      '留下一条记录：poll_answered',
      'Joined a group',
    ],
  ],
  [
    'en',
    [
      'Came by and looked at Me and 1 more',
      'Came by and looked at Home',
      'Came by',
      'Joined the community',
      'A record: poll_answered',
      'Joined a group',
    ],
  ],
] as const)('each line is a sentence in %s', (locale, sentences) => {
  const line = (name: string, pages: string[] = [], label: string | null = null) => ({
    id: '1',
    name,
    occurredAt: '',
    label,
    pages,
  })
  const lines = [
    line('page_view', ['/me', '/']),
    line('page_view', ['/']),
    line('page_view', ['/unknown/7']),
    line('member.joined'),
    line('poll_answered'),
    line('group.joined', [], 'Joined a group'),
  ]
  expect(lines.map((each) => sayLine(each, (message, values) => render(message, locale, values)))).toEqual(
    sentences,
  )
})
