import { expect, test } from 'vitest'
import { keyOf, marksAt, numbered } from '../frame/marks.ts'
import { readQuestion } from '../frame/useQuestion.ts'
import { barsOf } from './bars.ts'
import { axisFloor, paceOf } from './north.ts'
import { firstQuestion, isQuestion } from './overview.queries.ts'

const moved = (label: string, change: number) => ({
  value: label,
  label,
  came: Math.max(change, 0),
  newcomers: 0,
  away: Math.max(-change, 0),
  change,
})

test('the bars of the waterfall lead from the one week to the other without a rest', () => {
  const moves = [120, -80, 40, -30, 20, -10].map((change, at) => moved(String(at), change))
  const bars = barsOf(
    { now: 1_060, before: 1_000, contributors: moves, stopped: [] },
    { before: 'then', now: 'now', rest: 'others' },
  )
  expect(bars.map(({ name, from, to }) => [name, from, to])).toEqual([
    ['then', 0, 1_000],
    ['0', 1_000, 1_120],
    ['1', 1_120, 1_040],
    ['2', 1_040, 1_080],
    ['3', 1_080, 1_050],
    ['others', 1_050, 1_060],
    ['now', 0, 1_060],
  ])
})

const weeks = [14, 7, 0].map((back) => ({
  start: `2026-11-${String(Math.max(12 - back, 1)).padStart(2, '0')}`,
  end: `2026-11-${String(18 - back).padStart(2, '0')}`,
  actives: 1,
  before: 0,
}))

test('the pace of a goal begins with it, goes straight, and is the target when it is due', () => {
  const goal = {
    name: 'g',
    target: 100,
    startsOn: '2026-11-08',
    dueOn: '2026-11-28',
    baseline: 60,
    paceNow: 80,
  }
  const pace = paceOf(goal, weeks, '2026-11-18')
  expect(pace.map(({ end }) => end)).toEqual([
    '2026-11-04',
    '2026-11-11',
    '2026-11-18',
    '2026-11-25',
    '2026-12-02',
  ])
  expect(pace.map(({ value }) => value)).toEqual([null, 66, 80, 94, 100])
  expect(paceOf(null, weeks, '2026-11-18')).toEqual([])
})

test('marks are numbered in time; what operators wrote comes before what was noticed, and there are not too many', () => {
  const mark = (id: string | null, day: string, many?: number) => ({
    ...{
      id,
      day,
      until: null,
      text: `${day} ${id}${many ?? ''}`,
      kind: 'other' as const,
      groupId: null,
      by: null,
    },
    can: { change: true },
  })
  const noticed = Array.from({ length: 20 }, (_, at) =>
    mark(null, `2026-11-${String(at % 7 === 0 ? 5 : 12)}`, at),
  )
  const shown = numbered(
    [mark('1', '2026-11-06'), ...noticed, mark('2', '2026-11-14'), mark('3', '2027-01-01')],
    weeks,
  )
  expect(shown.length).toBeLessThanOrEqual(8)
  expect(shown.map(({ number }) => number)).toEqual(shown.map((_, at) => at + 1))
  expect(
    shown.filter(({ annotation }) => annotation.id).map(({ annotation, at }) => [annotation.id, at]),
  ).toEqual([
    ['1', 1],
    ['2', 2],
  ])
})

test('what was noticed again and again has one number, wherever it stands; what operators wrote has its own', () => {
  const mark = (id: string | null, day: string, text: string) => ({
    ...{ id, day, until: null, text, kind: 'content' as const, groupId: null, by: null },
    can: { change: id !== null },
  })
  const shown = numbered(
    [
      mark('1', '2026-11-01', '改版'),
      mark(null, '2026-11-06', '帖子加精'),
      mark('2', '2026-11-12', '改版'),
      mark(null, '2026-11-13', '帖子加精'),
      mark(null, '2026-11-14', '帖子加精'),
    ],
    weeks,
  )
  expect(shown.map(({ number, at }) => [number, at])).toEqual([
    [1, 0],
    [2, 1],
    [3, 2],
    [2, 2],
    [2, 2],
  ])
  expect(
    keyOf(shown).map(({ number, marks }) => [number, marks.map(({ annotation }) => annotation.day)]),
  ).toEqual([
    [1, ['2026-11-01']],
    [2, ['2026-11-06', '2026-11-13', '2026-11-14']],
    [3, ['2026-11-12']],
  ])
  expect(marksAt(shown, 2)).toEqual(['3  改版', '2  帖子加精'])
})

test('an axis begins at zero unless the line would lie flat above it', () => {
  expect(axisFloor([0, 10, 100])).toBe(0)
  expect(axisFloor([9_534, 9_846])).toBeGreaterThan(9_000)
  expect(axisFloor([9_534, 9_846])).toBeLessThan(9_534)
  expect(axisFloor([])).toBe(0)
})

test('a question in an address that nobody can read is the first one; a part that it does not have is taken from there', () => {
  const read = (text: string | undefined) => readQuestion(text, firstQuestion, isQuestion)
  expect(read(undefined)).toEqual(firstQuestion)
  expect(read('{"weeks":26}')).toEqual({ ...firstQuestion, weeks: 26 })
  const first = { range: { last: 12, unit: 'week' }, steps: [{ event: 'a' }], model: 'last', who: undefined }
  const asks = (text: string) => readQuestion<object>(text, first, () => true)
  for (const odd of [
    '{"range":null}',
    '{"range":"x"}',
    '{"range":{"from":"2026-02-99","to":"x"}}',
    '{"steps":null}',
    '{"model":5}',
  ])
    expect(asks(odd), odd).toEqual(first)
  expect(asks('{"range":{"from":"2026-02-01","to":"2026-02-28"},"who":{"of":[]}}')).toEqual({
    ...first,
    range: { from: '2026-02-01', to: '2026-02-28' },
    who: { of: [] },
  })
  for (const odd of ['', '{', '[]', 'null', '7', '{"weeks":"many"}', '{"weeks":900}', '{"to":"soon"}'])
    expect(read(odd), odd).toEqual(firstQuestion)
})
