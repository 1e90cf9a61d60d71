import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FormulaError, lettersOf, readFormula, work } from './formula.ts'

const figures: Record<string, number | null> = { a: 12, b: 4, c: 0, d: null, e: -2.5 }
const worked = (text: string) => work(readFormula(text), (letter) => figures[letter] ?? null)

describe('a formula', () => {
  test.each([
    ['a + b * 2', 20],
    ['(a + b) * 2', 32],
    ['a - b - 1', 7],
    ['a / b / 3', 1],
    ['-a + +b', -8],
    ['-(a - b) * -1', 8],
    ['.5 * a', 6],
    ['100 * (a - (b - e)) / b', 137.5],
    ['a / c', null],
    ['a + d', null],
    ['0 * d', null],
    ['a / (b - 4)', null],
  ])('%s is %s', (text, value) => expect(worked(text)).toBe(value))

  test.each([
    ['', 'empty', 1],
    ['  ', 'empty', 1],
    ['a +', 'ended', 4],
    ['a b', 'unexpected', 3],
    ['a * * b', 'unexpected', 5],
    ['(a + b', 'unclosed', 1],
    ['a + (b * (c)', 'unclosed', 5],
    ['a)', 'unexpected', 2],
    ['1.2.3', 'number', 1],
    ['a + 5.', 'number', 5],
    ['x + 1', 'unexpected', 1],
    [`${'('.repeat(60)}a${')'.repeat(60)}`, 'tooDeep', 42],
  ])('“%s” is refused: %s at %s', (text, fault, at) => {
    const read = () => readFormula(text)
    expect(read).toThrow(FormulaError)
    try {
      read()
    } catch (error) {
      expect(error).toMatchObject({ fault, at })
    }
  })

  test('knows its letters in the order in which they stand', () => {
    expect(lettersOf(readFormula('b / (a + b) - 3 * c'))).toEqual(['b', 'a', 'c'])
  })

  test('is what JavaScript makes of the same text, whatever it is', () => {
    const single = fc.oneof(fc.constantFrom('a', 'b', 'e'), fc.integer({ min: 0, max: 99 }).map(String))
    const { text } = fc.letrec<{ text: string }>((tie) => ({
      text: fc.oneof(
        { maxDepth: 4 },
        single,
        fc
          .tuple(tie('text'), fc.constantFrom('+', '-', '*', '/'), tie('text'))
          .map(([left, sign, right]) => `(${left} ${sign} ${right})`),
        fc.tuple(tie('text'), fc.constantFrom(' + ', ' - ', ' * '), single).map((parts) => parts.join('')),
      ),
    }))
    fc.assert(
      fc.property(text, (formula) => {
        const { a, b, e } = figures
        // What is divided by nothing anywhere is not known, where JavaScript goes on with Infinity.
        const naive = new Function('a', 'b', 'e', `return ${formula}`)(a, b, e) as number
        const value = worked(formula)
        if (value === null) return true
        return Math.abs(value - naive) <= 1e-9 * Math.max(1, Math.abs(naive))
      }),
      { numRuns: 300 },
    )
  })
})
