import { expect, test } from 'vitest'
import { render } from '#base/i18n/messages.ts'
import { about, type Cell, cellWords, type Figures, people, protect } from './figures.ts'
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
