/** A metric as a sentence: what the builder shows, and what stands beside a figure that nobody has named. */
import { type Happening, sayHappening, type Vocabulary, vocabularyOf } from '#modules/audience/api.ts'
import type { Asking } from '../asking.ts'
import { type FoundMetric, loadMetrics } from './find-metric.ts'
import type { EventsExpression, Expression, MetricRef, When } from './metric.ts'
import { saying as words } from './say.messages.ts'

export type Speaking = Pick<Asking, 'ctx' | 'parts'>

/** The name of a metric of the catalogue; one that is written out in words. */
export async function sayMetric(asking: Speaking, ref: MetricRef): Promise<string> {
  const known = await loadMetrics(asking.ctx)
  const vocabulary = vocabularyOf(asking.ctx.locale, asking.parts.declared, [])
  if (typeof ref === 'string') return known.get(ref)?.name ?? ref
  return sayExpression(ref.how, known, vocabulary)
}

export function sayExpression(
  how: Expression,
  known: ReadonlyMap<string, Pick<FoundMetric, 'name'>>,
  vocabulary: Vocabulary,
): string {
  const { say } = vocabulary
  const of = (each: Expression) => sayExpression(each, known, vocabulary)
  const event = (each: Happening) => sayHappening(each, vocabulary)
  switch (how.kind) {
    case 'events':
      return sayEvents(how, vocabulary)
    case 'people':
      return say(words.people, {
        parts: how.who
          .map((part) =>
            say(part.not ? words.didNot : words.did, {
              when: sayWhen(part.when ?? 'bucket', vocabulary),
              event: sayAny(part, vocabulary),
            }),
          )
          .join(say(words.comma)),
      })
    case 'stock':
      return say(how.at === 'start' ? words.stockStart : words.stock, {
        came: event(how.came),
        gone: how.gone.length === 0 ? say(words.nothing) : how.gone.map(event).join(say(words.or)),
      })
    case 'returning':
      return say(how.newcomers ? words.returningNew : words.returning, {
        first: event(how.first),
        again: event(how.again),
        after: say(words[`after_${how.unit}`], { n: how.after }),
        how: how.how === 'orLater' ? say(words.orLater) : '',
      })
    case 'population':
      return say(how.at === 'start' ? words.populationStart : words.population)
    case 'time':
      return say(words[how.unit])
    case 'ratio':
      return say(words.ratio, { over: of(how.over), under: of(how.under) })
    case 'formula':
      return say(words.formula, {
        formula: how.formula,
        parts: Object.entries(how.of)
          .map(([letter, part]) => say(words.letter, { letter, part: of(part) }))
          .join(say(words.comma)),
      })
    case 'metric':
      return say(words.metric, { name: known.get(how.metric)?.name ?? how.metric })
  }
}

const sayAny = (
  { or = [], event, where, group }: Pick<EventsExpression, 'event' | 'where' | 'group' | 'or'>,
  vocabulary: Vocabulary,
) =>
  [{ event, ...(where ? { where } : {}), ...(group ? { group } : {}) }, ...or]
    .map((each) => sayHappening(each, vocabulary))
    .join(vocabulary.say(words.or))

function sayWhen(when: When, { say }: Vocabulary): string {
  if (typeof when === 'string') return say(words[when])
  if (when.from === undefined) return say(words.untilDays, { n: when.to })
  if (when.to === 0) return say(words.lastDays, { n: when.from + 1 })
  return say(words.betweenDays, { from: when.from, to: when.to })
}

function sayEvents(how: EventsExpression, vocabulary: Vocabulary): string {
  const { say } = vocabulary
  const { counted } = how
  const event = sayAny(how, vocabulary)
  const rolling = how.rolling === undefined ? '' : say(words.rolling, { n: how.rolling })
  const anyone = how.by === 'anyone' ? say(words.anyone) : ''
  const amount =
    'property' in counted && counted.property !== undefined && counted.property !== 'value'
      ? vocabulary.property(counted.property)
      : say(words.amount)
  const what = () => {
    switch (counted.of) {
      case 'members':
        return counted.atLeast === undefined
          ? say(how.inside ? words.membersInside : words.members, { event })
          : say(words.membersAtLeast, { event, n: counted.atLeast })
      case 'percentile':
        return say(counted.p === 50 ? words.median : words.percentile, { event, amount, p: counted.p })
      case 'count':
      case 'days':
        return say(words[`of_${counted.of}`], { event })
      default:
        return say(words[counted.of], { event, amount })
    }
  }
  return `${rolling}${what()}${anyone}`
}
