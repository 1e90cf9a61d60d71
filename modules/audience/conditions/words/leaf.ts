/** A leaf in words: a predicate that stands by itself, `近 30 天浏览帖子 ≥ 8 次`. */
import type { FieldTest, Happening, PropertyTest, Window } from '../condition.ts'
import type { EventNode, FieldNode, Node, SequenceNode } from '../resolve.ts'
import { eventWords, fieldWords } from './condition.messages.ts'
import { signs, type Vocabulary } from './vocabulary.ts'

export function sayLeaf(node: Exclude<Node, { kind: 'all' | 'any' | 'not' }>, words: Vocabulary): string {
  switch (node.kind) {
    case 'field':
      return sayField(node, words)
    case 'event':
      return sayEvent(node, words)
    case 'sequence':
      return saySequence(node, words)
    case 'segment':
      return node.name === undefined
        ? words.say(eventWords.segmentGone)
        : words.say(eventWords.segment, { name: node.name })
  }
}

function sayField({ condition: { test, of }, field }: FieldNode, words: Vocabulary): string {
  const name = field ? words.field(field, of) : words.say(fieldWords.gone)
  const value = (text: string) => (field ? words.value(field, text) : text)
  const number = (amount: number) => (field ? words.number(field, amount) : String(amount))
  return sayTest(test, name, words, value, number)
}

function sayTest(
  test: FieldTest,
  field: string,
  words: Vocabulary,
  value: (text: string) => string,
  number: (amount: number) => string,
): string {
  const { say } = words
  switch (test.op) {
    case 'is':
    case 'isNot':
      return say(fieldWords[test.op], { field, value: value(test.value) })
    case 'contains':
    case 'notContains':
    case 'startsWith':
      return say(fieldWords[test.op], { field, value: test.value })
    case 'isOneOf':
    case 'isNoneOf': {
      const single = test.op === 'isOneOf' ? fieldWords.is : fieldWords.isNot
      return say(test.value.length === 1 ? single : fieldWords[test.op], {
        field,
        value: words.list(test.value.map(value)),
      })
    }
    case 'hasAnyOf':
    case 'hasAllOf':
    case 'hasNoneOf': {
      const one = test.value.length === 1 && test.op !== 'hasNoneOf'
      return say(one ? fieldWords.hasOne : fieldWords[test.op], {
        field,
        value: words.list(test.value.map(value)),
      })
    }
    case 'eq':
    case 'ne':
    case 'gt':
    case 'gte':
    case 'lt':
    case 'lte':
      return say(fieldWords.compared, { field, op: signs[test.op], value: number(test.value) })
    case 'between':
      return say(fieldWords.between, { field, value: number(test.value[0]), other: number(test.value[1]) })
    case 'onOrAfter':
    case 'before':
      return say(fieldWords[test.op], { field, value: test.value })
    case 'inLast':
    case 'beforeLast':
    case 'inNext':
      return say(fieldWords[test.op], { field, count: test.value })
    case 'anniversaryInNext':
      return test.value === 0
        ? say(fieldWords.anniversaryToday, { field })
        : say(fieldWords.anniversary, { field, count: test.value })
    case 'isKnown':
    case 'isUnknown':
    case 'isTrue':
    case 'isFalse':
      return say(fieldWords[test.op], { field })
  }
}

function sayWindow(window: Window | undefined, { say }: Vocabulary): string {
  if (!window) return ''
  if ('last' in window) {
    const { amount, unit } = window.last
    return say(unit === 'hours' ? eventWords.lastHours : eventWords.lastDays, { count: amount })
  }
  const { from, to } = window
  if (from !== undefined && to !== undefined) return say(eventWords.between, { from, to })
  return from !== undefined ? say(eventWords.since, { from }) : say(eventWords.until, { to: to ?? '' })
}

export function sayHappening(happening: Happening, words: Vocabulary): string {
  const { say } = words
  let event = words.event(happening.event)
  if (happening.where?.length)
    event = say(eventWords.where, {
      event,
      tests: words.list(happening.where.map((test) => sayProperty(test, words))),
    })
  return happening.group === undefined
    ? event
    : say(eventWords.inGroup, { event, group: words.group(happening.group) })
}

function sayProperty({ property: name, test }: PropertyTest, words: Vocabulary): string {
  const { say } = words
  const property = words.property(name)
  switch (test.op) {
    case 'is':
      return say(eventWords.test, { property, op: '=', value: test.value })
    case 'isNot':
      return say(eventWords.test, { property, op: '≠', value: test.value })
    case 'contains':
      return say(eventWords.testContains, { property, value: test.value })
    case 'isOneOf':
      return say(eventWords.testOneOf, { property, value: words.list(test.value) })
    case 'isNoneOf':
      return say(eventWords.testNoneOf, { property, value: words.list(test.value) })
    case 'isKnown':
      return say(eventWords.testKnown, { property })
    case 'isUnknown':
      return say(eventWords.testUnknown, { property })
    default:
      return say(eventWords.test, { property, op: signs[test.op], value: test.value })
  }
}

function sayEvent({ condition }: EventNode, words: Vocabulary): string {
  const { say } = words
  const { measure } = condition
  const event = sayHappening(condition, words)
  const when = sayWindow(condition.window, words)
  const tidy = (text: string) => text.replace(/\s+/g, ' ').trim()
  switch (measure.of) {
    case 'count': {
      const { op, value: count } = measure
      if ((op === 'gte' && count === 1) || (op === 'gt' && count === 0))
        return tidy(say(when ? eventWords.did : eventWords.ever, { event, when }))
      if ((op === 'eq' && count === 0) || (op === 'lt' && count === 1) || (op === 'lte' && count === 0))
        return tidy(say(when ? eventWords.didNot : eventWords.never, { event, when }))
      return tidy(say(eventWords.count, { event, when, op: signs[op], count }))
    }
    case 'days':
      return tidy(say(eventWords.days, { event, when, op: signs[measure.op], count: measure.value }))
    case 'daysSince': {
      const { op, value: count } = measure
      return tidy(
        op === 'gte'
          ? say(eventWords.quietFor, { event, count })
          : say(eventWords.daysSince, { event, op: signs[op], count }),
      )
    }
    case 'sum':
      return tidy(
        say(eventWords.sum, {
          event,
          when,
          what: words.amountName(condition.event, measure.property),
          op: signs[measure.op],
          amount: words.amount(condition.event, measure.property, measure.value),
        }),
      )
    case 'first':
    case 'last': {
      const field = tidy(`${when}${say(eventWords[measure.of], { event })}`)
      return sayTest(measure.test, field, words, String, String)
    }
  }
}

function saySequence({ condition: { steps, within, window } }: SequenceNode, words: Vocabulary): string {
  const { say } = words
  return say(eventWords.sequence, {
    when: sayWindow(window, words),
    span: say(within.unit === 'hours' ? eventWords.spanHours : eventWords.spanDays, { count: within.amount }),
    steps: steps.map((step) => sayHappening(step, words)).join(say(eventWords.next)),
  })
    .replace(/\s+/g, ' ')
    .trim()
}
