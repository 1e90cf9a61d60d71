/**
 * The set evaluator: a condition as one ClickHouse statement. Every leaf becomes a bitmap of member ids, a scalar of
 * the statement; and, or, not are arithmetic on those, so that the counts of all nodes cost no more than the whole.
 */
import { createHash } from 'node:crypto'
import { fieldSql } from '../field-test.ts'
import { valueName } from '../fields.ts'
import { type EventNode, type FieldNode, type Node, nodesOf, type Resolved } from '../resolve.ts'
import { fromEvents, fromRollups, fromSequence, type Scalars } from './behaviour.ts'
import { openBinder } from './binder.ts'
import type { Writing } from './rows.ts'

export interface Statement {
  /** Everything up to the select: `WITH … `, with all that was defined until now. */
  prelude(): string
  /** Gives an expression a name; an expression that stands in others is worked out once. */
  define(expression: string): string
  readonly params: Record<string, unknown>
  /** A bitmap: everybody who is a member. */
  readonly everybody: string
  /** Bitmaps of all nodes, by path. */
  readonly nodes: ReadonlyMap<string, string>
}

export function compile({ root, clock }: Resolved): Statement {
  const nodes = nodesOf(root)
  // Names of parameters that no other condition in the same statement has.
  const print = createHash('sha256')
    .update(JSON.stringify([root, clock], (key, value) => (key === 'field' && value?.key) || value))
    .digest('hex')
    .slice(0, 10)
  const { bind, params } = openBinder(`p${print}`)
  const writing: Writing = { clock, bind }
  const definitions: string[] = []
  const names = new Map<string, string>()
  const scalars: Scalars = {
    add(query) {
      let name = names.get(query)
      if (name === undefined) {
        name = `found_${names.size}`
        names.set(query, name)
        definitions.push(`(${query}) AS ${name}`)
      }
      return name
    },
  }
  const bitmaps = new Map<string, string>()
  // One scan of the copies for everybody and for all fields that are asked.
  const fields = nodes.filter((node): node is FieldNode => node.kind === 'field')
  const tests = [
    ...new Set(
      fields.map(({ condition, field }) =>
        fieldSql(field, valueName(condition), condition.test, clock, bind),
      ),
    ),
  ]
  definitions.push(
    `(SELECT tuple(groupBitmapState(id)${tests.map((test) => `, groupBitmapStateIf(id, ${test})`).join('')}) FROM member FINAL WHERE present) AS copied`,
    'copied.1 AS everybody',
  )
  for (const { path, condition, field } of fields) {
    const at = tests.indexOf(fieldSql(field, valueName(condition), condition.test, clock, bind))
    bitmaps.set(path, `copied.${at + 2}`)
  }

  const read: EventNode[] = []
  for (const node of nodes) {
    if (node.kind === 'event') {
      const rolled = fromRollups(node.condition, writing, scalars)
      if (rolled === undefined) read.push(node)
      else bitmaps.set(node.path, `bitmapAnd(everybody, ${rolled})`)
    }
    if (node.kind === 'sequence') bitmaps.set(node.path, fromSequence(node, writing, scalars))
  }
  for (const [path, bitmap] of fromEvents(read, writing, scalars)) bitmaps.set(path, bitmap)

  const expressions = new Map<string, string>()
  const define = (expression: string): string => {
    let name = expressions.get(expression)
    if (name === undefined) {
      name = `set_${expressions.size}`
      expressions.set(expression, name)
      definitions.push(`${expression} AS ${name}`)
    }
    return name
  }
  const combine = (node: Node): string => {
    const bitmap = bitmaps.get(node.path) ?? define(arithmetic(node, combine))
    bitmaps.set(node.path, bitmap)
    return bitmap
  }
  combine(root)
  return {
    prelude: () => `WITH ${definitions.join(',\n')}\n`,
    define,
    params,
    everybody: 'everybody',
    nodes: bitmaps,
  }
}

function arithmetic(node: Node, of: (node: Node) => string): string {
  switch (node.kind) {
    case 'all':
      return node.of.map(of).reduce((one, other) => `bitmapAnd(${one}, ${other})`, 'everybody')
    case 'any':
      return node.of.length === 0
        ? 'bitmapAndnot(everybody, everybody)'
        : node.of.map(of).reduce((one, other) => `bitmapOr(${one}, ${other})`)
    case 'not':
      return `bitmapAndnot(everybody, ${of(node.of)})`
    case 'segment':
      return node.of ? of(node.of) : 'bitmapAndnot(everybody, everybody)'
    case 'field':
    case 'event':
    case 'sequence':
      throw new Error(`The condition at ${node.path} has no bitmap`)
  }
}
