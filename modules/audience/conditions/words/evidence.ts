/** What was found of a leaf, in words; and how far somebody is on the way to a number. */

import { dayOf, daysBetween } from '#base/time/calendar.ts'
import type { Explanation } from '../../audience.ts'
import type { Clock } from '../clock.ts'
import type { Known } from '../fields.ts'
import { sumScale } from '../measure.ts'
import type { EventNode, FieldNode } from '../resolve.ts'
import type { FoundInLog } from '../single/behaviour.ts'
import type { Judged } from '../single/evaluate.ts'
import { evidenceWords } from './condition.messages.ts'
import { sayNode } from './sentence.ts'
import type { Sight } from './sight.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Values shown of a list. */
const mostShown = 5

export function explanationOf(judged: Judged, words: Vocabulary, clock: Clock, sight: Sight): Explanation {
  const { node, met } = judged
  const hidden = sight.hides(node)
  return {
    path: node.path,
    kind: node.kind,
    met,
    says: sayNode(node, words, sight),
    evidence: hidden ? null : evidenceOf(judged, words, clock),
    progress: hidden ? null : progressOf(judged, clock),
    of: hidden ? [] : judged.of.map((each) => explanationOf(each, words, clock, sight)),
  }
}

export function evidenceOf(
  { node, value, found, finished }: Judged,
  words: Vocabulary,
  clock: Clock,
): string | null {
  switch (node.kind) {
    case 'field':
      return fieldEvidence(node, value, words, clock)
    case 'event':
      return found ? eventEvidence(node, found, words, clock) : null
    case 'sequence':
      return finished
        ? words.say(evidenceWords.finished, { day: dayOf(finished, clock.zone) })
        : words.say(evidenceWords.unfinished)
    default:
      return null
  }
}

function fieldEvidence(
  { field }: FieldNode,
  value: Known | undefined,
  words: Vocabulary,
  clock: Clock,
): string {
  if (!field || value === undefined) return words.say(evidenceWords.notKnown)
  if (typeof value === 'number') {
    if (field.type === 'flag') return words.say(value === 1 ? evidenceWords.yes : evidenceWords.no)
    if (field.type === 'date') return onDay(dayOf(new Date(value), clock.zone), words, clock)
    return words.number(field, value)
  }
  const shown = words.list(value.slice(0, mostShown).map((text) => words.value(field, text)))
  return value.length > mostShown
    ? words.say(evidenceWords.more, { list: shown, count: value.length })
    : shown
}

function onDay(day: string, words: Vocabulary, clock: Clock): string {
  const count = daysBetween(day, clock.today)
  if (count === 0) return words.say(evidenceWords.lastToday)
  return count > 0
    ? words.say(evidenceWords.onDay, { day, count })
    : words.say(evidenceWords.onDayAhead, { day, count: -count })
}

function eventEvidence({ condition }: EventNode, found: FoundInLog, words: Vocabulary, clock: Clock): string {
  const { say } = words
  const { measure } = condition
  const { lastDay, firstDay } = found
  switch (measure.of) {
    case 'count':
      return lastDay !== undefined && (measure.op === 'eq' || measure.op === 'lt' || measure.op === 'lte')
        ? say(evidenceWords.timesLast, { count: found.count, day: lastDay })
        : say(evidenceWords.times, { count: found.count })
    case 'days':
      return say(evidenceWords.daysDone, { count: found.days })
    case 'sum':
      return words.amount(condition.event, measure.property, Number(found.sum) / sumScale)
    case 'daysSince':
    case 'last': {
      if (lastDay === undefined) return say(evidenceWords.never)
      const count = daysBetween(lastDay, clock.today)
      return count === 0 ? say(evidenceWords.lastToday) : say(evidenceWords.lastOn, { day: lastDay, count })
    }
    case 'first':
      return firstDay === undefined ? say(evidenceWords.never) : say(evidenceWords.firstOn, { day: firstDay })
  }
}

/** One thing about a member that says why he is among them: `浏览帖子 17 次`. */
export function tellingFact(judged: Judged, words: Vocabulary, clock: Clock, sight: Sight): string | null {
  const leaves = metLeaves(judged, sight)
  const did = leaves.find(
    ({ node, found }) => node.kind === 'event' && found !== undefined && found.count > 0,
  )
  if (did?.node.kind === 'event') {
    const what = words.event(did.node.condition.event)
    return words.say(evidenceWords.fact, { what, found: evidenceOf(did, words, clock) ?? '' })
  }
  const is = leaves.find(({ node, value }) => node.kind === 'field' && value !== undefined)
  if (is?.node.kind === 'field' && is.node.field) {
    const what = words.field(is.node.field, is.node.condition.of)
    return words.say(evidenceWords.fact, { what, found: evidenceOf(is, words, clock) ?? '' })
  }
  return null
}

const metLeaves = (judged: Judged, sight: Sight): Judged[] => {
  if (!judged.met || judged.node.kind === 'not' || sight.hides(judged.node)) return []
  return judged.of.length > 0 ? judged.of.flatMap((each) => metLeaves(each, sight)) : [judged]
}

function progressOf({ node, value, found }: Judged, clock: Clock): Explanation['progress'] {
  if (node.kind === 'field') {
    const { test } = node.condition
    if (test.op === 'gte' || test.op === 'gt')
      return { actual: typeof value === 'number' ? value : 0, needed: test.value }
    if (test.op === 'beforeLast' && typeof value === 'number')
      return {
        actual: Math.max(0, daysBetween(dayOf(new Date(value), clock.zone), clock.today)),
        needed: test.value,
      }
    return null
  }
  if (node.kind !== 'event' || !found) return null
  const { measure } = node.condition
  switch (measure.of) {
    case 'first':
    case 'last':
      return null
    case 'sum':
      return reaches(measure.op) ? { actual: Number(found.sum) / sumScale, needed: measure.value } : null
    case 'count':
    case 'days':
    case 'daysSince': {
      if (!reaches(measure.op)) return null
      const needed = measure.op === 'gt' ? measure.value + 1 : measure.value
      if (measure.of !== 'daysSince') return { actual: found[measure.of], needed }
      return found.lastDay === undefined ? null : { actual: daysBetween(found.lastDay, clock.today), needed }
    }
  }
}

const reaches = (op: string) => op === 'gte' || op === 'gt'
