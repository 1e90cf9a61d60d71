import fc from 'fast-check'
import { expect, test } from 'vitest'
import { render } from '#base/i18n/messages.ts'
import { about, type Cell, cellWords, type Figures, people, protect } from './figures.ts'
import { placesToFold } from './fold.ts'
import { figuresByAnalysis } from './of-analyses.ts'

const tableOf = (rows: readonly (readonly Cell[])[]): Figures => ({
  headline: null,
  was: null,
  better: 'more',
  formula: '',
  labels: [],
  lines: [],
  table: { head: [], rows },
})
const shown = (rows: readonly (readonly Cell[])[]) =>
  protect(tableOf(rows)).table.rows.map((row) => row.map((cell) => cellWords(cell, 'zh-CN')))
const before = (value: number) => ({ ...people(value), before: true as const })

test('no hidden figure is what a whole shown below it leaves over', () => {
  expect(
    shown([
      ['周一', people(12)],
      ['周二', people(3)],
      ['周三', people(9)],
      ['整段', people(24)],
    ]),
  ).toEqual([
    ['周一', '12'],
    ['周二', '人少不显示'],
    ['周三', '人少不显示'],
    ['整段', '24'],
  ])
})

test('days on which nobody came hide nobody: two hidden ones that add up to three would still be three', () => {
  expect(
    shown([
      ['周一', people(0)],
      ['周二', people(3)],
      ['周三', people(9)],
    ]).flat(),
  ).toEqual(['周一', '0', '周二', '人少不显示', '周三', '人少不显示'])
})

test('figures of the time before hide nothing of now, and the other way round', () => {
  // Two parts now, two before; the whole of now is known elsewhere.
  expect(shown([[people(3), people(40), before(2), before(30)]])).toEqual([
    ['人少不显示', '人少不显示', '人少不显示', '人少不显示'],
  ])
})

test('what is hidden for one reason calls for more, until nothing stands alone', () => {
  const rows = shown([
    [people(3), people(10), people(20)],
    [people(30), people(11), people(21)],
    [people(31), people(12), people(22)],
  ])
  for (const line of [...rows, ...[0, 1, 2].map((at) => rows.map((row) => row[at]!))])
    expect(line.filter((words) => words === '人少不显示')).not.toHaveLength(1)
})

test('what is counted otherwise is no part: a share hides no number of people', () => {
  expect(shown([[people(3), about(0.5, 'share', 40), about(7, 'times', 40)]])).toEqual([
    ['人少不显示', '50%', '7'],
  ])
})

test('control: where all are many nothing is hidden', () => {
  expect(
    shown([
      [people(12), people(9)],
      [people(8), people(7)],
    ]).flat(),
  ).toEqual(['12', '9', '8', '7'])
})

test('a way that few went is not there at all: its pages may be somebody’s', () => {
  const link = (to: string, members: number) => ({ column: 1, from: '/', to, visits: members * 2, members })
  const nodes = ['/', '/groups', '/u/zhang-san'].map((node) => ({ node, label: node }))
  const answer = { nodes, links: [link('/groups', 30), link('/u/zhang-san', 2)], visits: 64, members: 30 }
  const { table } = figuresByAnalysis.paths!(answer, {}, (message) => render(message, 'zh-CN'))
  expect(table.rows).toHaveLength(1)
  expect(JSON.stringify(table)).not.toContain('zhang-san')
  expect(JSON.stringify(table)).toContain('/groups')
})

const lineOf = (name: string, ...counts: number[]) => ({
  name,
  unit: 'members' as const,
  values: counts.map(people),
})
/** A breakdown over two days, with the whole of the days known elsewhere. */
const broken = (parts: readonly (readonly [name: string, ...counts: number[]])[]): Figures => {
  const lines = parts.map(([name, ...counts]) => lineOf(name, ...counts))
  return {
    ...tableOf([0, 1].map((day) => [`${day}`, ...lines.map(({ values }) => values[day]!)])),
    labels: ['0', '1'],
    lines,
    table: {
      head: ['日期', ...lines.map(({ name }) => name)],
      rows: [0, 1].map((day) => [`${day}`, ...lines.map(({ values }) => values[day]!)]),
    },
    parts: {
      of: 'lines',
      others: '其他',
      people: parts.map(([, ...counts]) => [Math.max(...counts)]),
      columns: parts.map((_, at) => [at + 1]),
    },
  }
}

test('a part of fewer than five has no name: it stands with others, one of which has five, and shows no figure', () => {
  const seen = protect(
    broken([
      ['上海', 40, 42],
      ['三亚的阿澈一家', 3, 2],
      ['杭州', 12, 11],
      ['苏州', 20, 21],
    ]),
  )
  expect(JSON.stringify(seen)).not.toContain('三亚')
  expect(seen.lines.map(({ name }) => name)).toEqual(['上海', '苏州', '其他'])
  expect(seen.table.head).toEqual(['日期', '上海', '苏州', '其他'])
  expect(seen.table.rows.map((row) => row.map((cell) => cellWords(cell, 'zh-CN')))).toEqual([
    ['0', '40', '20', '人少不显示'],
    ['1', '42', '21', '人少不显示'],
  ])
  expect(seen.lines.at(-1)!.values.map(({ value }) => value)).toEqual([null, null])
})

test('rows that are called by a channel or a product are folded in the same way, beside the whole', () => {
  const seen = protect({
    ...tableOf([
      ['全部', people(63)],
      ['门店', people(40)],
      ['许木的朋友圈', people(2)],
      ['小红书', people(21)],
    ]),
    parts: { of: 'rows', from: 1, others: '其他', people: [[40], [2], [21]] },
  })
  expect(seen.table.rows.map((row) => row.map((cell) => cellWords(cell, 'zh-CN')))).toEqual([
    ['全部', '63'],
    ['门店', '40'],
    ['其他', '人少不显示'],
  ])
})

test('what the whole leaves over is never of fewer than five, now or before; parts that may be named are', () => {
  const count = fc.oneof(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 0, max: 200 }))
  fc.assert(
    fc.property(fc.array(fc.tuple(count, count), { minLength: 1, maxLength: 12 }), (parts) => {
      const folded = placesToFold(parts)
      const few = (of: number) => of > 0 && of < 5
      for (const [at, counts] of parts.entries()) if (counts.some(few)) expect(folded.has(at)).toBe(true)
      if (!parts.some((counts) => counts.some(few))) expect(folded.size).toBe(0)
      if (folded.size === parts.length) return
      for (const time of [0, 1]) {
        // Parts may be the same people: of the union no more is known than its largest.
        const union = Math.max(0, ...[...folded].map((at) => parts[at]![time]!))
        expect(few(union)).toBe(false)
      }
    }),
  )
})
