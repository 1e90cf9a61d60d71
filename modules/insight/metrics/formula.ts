/**
 * Formulas of figures: letters a to h, numbers, `+ - * /`, signs and brackets. Read by recursive descent; whatever is
 * not known, or divided by nothing, makes the whole not known.
 */

export type Formula =
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'letter'; readonly letter: string }
  | { readonly kind: 'minus'; readonly of: Formula }
  | { readonly kind: '+' | '-' | '*' | '/'; readonly left: Formula; readonly right: Formula }

export type FormulaFault = 'empty' | 'unexpected' | 'unclosed' | 'ended' | 'tooDeep' | 'number'

/** What cannot be read, and where: `at` counts characters from 1, `found` is what stands there. */
export class FormulaError extends Error {
  override name = 'FormulaError'
  readonly fault: FormulaFault
  readonly at: number
  readonly found: string
  constructor(fault: FormulaFault, at: number, found = '') {
    super(`${fault} at ${at}${found ? `: ${found}` : ''}`)
    this.fault = fault
    this.at = at
    this.found = found
  }
}

interface Token {
  readonly text: string
  readonly at: number
}

/** Deepest nesting of brackets and signs. */
const mostDeep = 40

function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  for (const match of text.matchAll(/\s+|[\d.]+|[a-h]|[-+*/()]|./gu)) {
    const [piece] = match
    if (piece.trim() === '') continue
    tokens.push({ text: piece, at: match.index + 1 })
  }
  return tokens
}

/** Throws `FormulaError`. */
export function readFormula(text: string): Formula {
  const tokens = tokensOf(text)
  let next = 0
  const peek = () => tokens[next]?.text
  const fail = (fault: FormulaFault): never => {
    const token = tokens[next]
    throw new FormulaError(token ? fault : 'ended', token?.at ?? text.length + 1, token?.text)
  }

  function sum(depth: number): Formula {
    let left = product(depth)
    for (let sign = peek(); sign === '+' || sign === '-'; sign = peek()) {
      next++
      left = { kind: sign, left, right: product(depth) }
    }
    return left
  }
  function product(depth: number): Formula {
    let left = single(depth)
    for (let sign = peek(); sign === '*' || sign === '/'; sign = peek()) {
      next++
      left = { kind: sign, left, right: single(depth) }
    }
    return left
  }
  function single(depth: number): Formula {
    if (depth > mostDeep) return fail('tooDeep')
    const token = tokens[next]
    if (token === undefined) return fail('ended')
    if (/^[a-h]$/.test(token.text)) {
      next++
      return { kind: 'letter', letter: token.text }
    }
    if (/^[\d.]/.test(token.text)) {
      if (!/^(\d+(\.\d+)?|\.\d+)$/.test(token.text)) return fail('number')
      next++
      return { kind: 'number', number: Number(token.text) }
    }
    if (token.text === '-' || token.text === '+') {
      next++
      const of = single(depth + 1)
      return token.text === '-' ? { kind: 'minus', of } : of
    }
    if (token.text === '(') {
      next++
      const inner = sum(depth + 1)
      if (peek() !== ')') throw new FormulaError('unclosed', token.at, token.text)
      next++
      return inner
    }
    return fail('unexpected')
  }

  if (tokens.length === 0) throw new FormulaError('empty', 1)
  const read = sum(0)
  if (next < tokens.length) return fail('unexpected')
  return read
}

/** The letters of a formula in the order in which they first stand. */
export function lettersOf(formula: Formula): string[] {
  switch (formula.kind) {
    case 'number':
      return []
    case 'letter':
      return [formula.letter]
    case 'minus':
      return lettersOf(formula.of)
    default:
      return [...new Set([...lettersOf(formula.left), ...lettersOf(formula.right)])]
  }
}

/** Null when a letter is not known, when something is divided by 0, and for what no number holds. */
export function work(formula: Formula, letterIs: (letter: string) => number | null): number | null {
  switch (formula.kind) {
    case 'number':
      return formula.number
    case 'letter':
      return letterIs(formula.letter)
    case 'minus': {
      const value = work(formula.of, letterIs)
      return value === null ? null : 0 - value
    }
    default: {
      const left = work(formula.left, letterIs)
      const right = work(formula.right, letterIs)
      if (left === null || right === null) return null
      return finite(calculate(formula.kind, left, right))
    }
  }
}

function calculate(sign: '+' | '-' | '*' | '/', left: number, right: number): number {
  switch (sign) {
    case '+':
      return left + right
    case '-':
      return left - right
    case '*':
      return left * right
    case '/':
      return right === 0 ? Number.NaN : left / right
  }
}

const finite = (value: number) => (Number.isFinite(value) ? value : null)
