import { expect, it } from 'vitest'
import { csvCell, csvOf } from './csv.ts'

it('quotes what a comma, a quote or a line break would split', () => {
  expect(csvOf([['阿澈', 'a,b', 'say "hi"', 'two\nlines', 3]])).toBe(
    '阿澈,"a,b","say ""hi""","two\nlines",3\r\n',
  )
})

it('turns what a spreadsheet would run into text', () => {
  for (const formula of ['=1+1', '+cmd', '-2+3', '@SUM(A1)', '\t=1', '\r=1'])
    expect(csvCell(formula).replace(/^"/, '')).toMatch(/^'/)
})

it('leaves numbers alone, negative ones too', () => {
  expect(csvCell(-3)).toBe('-3')
})
