/** Lists as people have them: what a column is, what a row says, what is refused and why. */
import { describe, expect, test } from 'vitest'
import { sayReason } from '#base/imports/refused.ts'
import { Seen } from '#base/imports/seen.ts'
import type { MemberField } from '../fields/field.ts'
import { guessParts, readCard } from './card.ts'
import { guessColumns } from './guess.ts'
import { rowReasons } from './import.messages.ts'
import { rowReader } from './read-row.ts'
import type { ImportPlan } from './target.ts'

const field = (key: string, label: string, type: MemberField['type'], options: MemberField['options'] = []) =>
  ({ id: '1', key, label, type, options, sensitive: false, archivedAt: null }) as unknown as MemberField
const birthday = field('birthday', '生日', 'day')
const roast = field('roast', '烘焙偏好', 'choice', [
  { value: 'light', label: '浅烘' },
  { value: 'dark', label: '深烘' },
])

describe('columns', () => {
  test('are known by what they are called, in Chinese and in English, with stars and remarks', () => {
    expect(guessColumns(['昵称*', '手机号(必填)', '所在城市', '注册时间', '标签', '生日', '会员卡号', '门店备注二'], [], [birthday])).toEqual([
      'nickname', 'phone', 'city', 'joinedAt', 'tags', 'field:birthday', 'external:card', null,
    ]) // biome-ignore format: one list
    expect(guessColumns(['Name', 'E-mail', 'Mobile Phone', 'Customer ID', 'Source'], [], [])).toEqual([
      'nickname', 'email', 'phone', 'external:crm', 'channel',
    ]) // biome-ignore format: one list
  })
  test('are known by what is in them when their names say nothing, and none is given twice', () => {
    const rows = [
      ['a@b.cn', '13812340001', '杭州', 'x@y.cn'],
      ['c@d.cn', '139 1234 0002', '浙江省宁波市', 'z@y.cn'],
    ]
    expect(guessColumns(['列1', '列2', '列3', '列4'], rows, [])).toEqual(['email', 'phone', 'city', null])
  })
})

describe('S3-16 group cards', () => {
  test('are taken apart by the rule of the group, whatever people write between the parts', () => {
    expect(readCard('上海-设计师-小满', 3)).toEqual(['上海', '设计师', '小满'])
    expect(readCard('上海｜设计师｜小满', 3)).toEqual(['上海', '设计师', '小满'])
    expect(readCard('上海 设计师 小满', 3)).toEqual(['上海', '设计师', '小满'])
    expect(readCard('杭州_产品_Jun-的咖啡角', 3)).toEqual(['杭州', '产品', 'Jun-的咖啡角'])
    expect(readCard('小满', 3)).toBeUndefined()
  })
  test('have as many parts as most of them have; no rule is no rule', () => {
    expect(guessParts(['上海-设计师-小满', '北京-老师-舟舟', '青野', '广州-产品-许木'])).toBe(3)
    expect(guessParts(['小满', '舟舟', '上海-青野'])).toBe(0)
  })
})

const reader = (plan: Partial<ImportPlan> & Pick<ImportPlan, 'columns'>) =>
  rowReader({
    plan: { existing: 'update', tags: [], origin: '', card: [], ...plan },
    fields: [birthday, roast],
    zone: 'Asia/Shanghai',
    now: new Date('2026-11-19T01:41:58Z'),
  })
const reasonsOf = (read: ReturnType<ReturnType<typeof rowReader>>) =>
  'reasons' in read
    ? read.reasons.map((reason) => [reason.column, sayReason({ reasons: rowReasons }, reason, 'zh-CN')])
    : []

describe('rows', () => {
  const read = reader({
    columns: ['nickname', 'phone', 'email', 'joinedAt', 'tags', 'field:birthday', 'field:roast'],
  })
  test('become people, each value in the form that is kept', () => {
    const row = read([
      ' 小满　',
      '138-1234-0001',
      'XiaoMan@Example.COM',
      '2024年3月1日',
      '手冲、常客',
      '1992/5/20',
      '浅烘',
    ])
    expect(row).toMatchObject({
      thing: {
        nickname: '小满',
        contacts: [
          { kind: 'phone', value: '+8613812340001' },
          { kind: 'email', value: 'xiaoman@example.com' },
        ],
        joinedAt: new Date('2024-02-29T16:00:00Z'),
        tags: ['手冲', '常客'],
        fields: [
          { field: { key: 'birthday' }, value: '1992-05-20' },
          { field: { key: 'roast' }, value: 'light' },
        ],
      },
    })
  })
  test('say nothing where somebody wrote a dash or NULL', () => {
    expect(read(['小满', '13812340001', '-', 'NULL', '无', 'N/A', ''])).toEqual({
      thing: {
        nickname: '小满',
        contacts: [expect.objectContaining({ kind: 'phone' })],
        tags: [],
        fields: [],
      },
    })
  })
  test('are refused with every reason at its column', () => {
    expect(reasonsOf(read(['小满', '1381234', 'a@b', '2099-01-01', '', '31/12/1990', '中烘']))).toEqual([
      [1, '手机号不正确'],
      [2, '邮箱地址不正确'],
      [3, '加入时间在未来'],
      [5, '生日：请填写日期，例如 1992-05-20'],
      [6, '烘焙偏好：请从选项中选择'],
    ])
    expect(reasonsOf(read(['小满', '', '']))).toEqual([[undefined, '没有手机号、邮箱等能认出本人的信息']])
  })
  test('with a group card give city and name, and say which rule a card breaks', () => {
    const cards = reader({ columns: ['card'], card: ['city', null, 'nickname'] })
    expect(cards(['上海-设计师-小满'])).toMatchObject({ thing: { city: '上海', nickname: '小满' } })
    expect(reasonsOf(cards(['小满']))).toEqual([[0, '群名片不符合「城市-…-昵称」的格式']])
  })
})

test('what was seen is remembered with its first row, for as many as there are', () => {
  const seen = new Seen()
  for (let row = 1; row <= 200_000; row++) seen.add(`phone::${row}`, row)
  seen.add('phone::7', 900)
  expect(seen.rowOf('phone::7')).toBe(7)
  expect(seen.rowOf('phone::200000')).toBe(200_000)
  expect(seen.rowOf('phone::200001')).toBeUndefined()
})
