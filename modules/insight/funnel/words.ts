/** A funnel in words. */
import { type Happening, sayHappening, type Vocabulary, vocabularyOf } from '#modules/audience/api.ts'
import type { Asking } from '../asking.ts'
import { words } from './funnel.messages.ts'
import type { FunnelQuestion, FunnelSpan, FunnelStep } from './funnel.ts'

export const vocabulary = ({ ctx, parts }: Asking): Vocabulary => vocabularyOf(ctx.locale, parts.declared, [])

const sayAny = (of: readonly Happening[], vocabulary: Vocabulary) =>
  of.map((each) => sayHappening(each, vocabulary)).join(vocabulary.say(words.or))

/** What a step is called: its own name, or what happens in it. */
export const stepName = (step: FunnelStep, vocabulary: Vocabulary): string =>
  step.name ?? sayAny(step.of, vocabulary)

export const saySpan = ({ amount, unit }: FunnelSpan, { say }: Vocabulary): string =>
  say(words[unit], { n: amount })

export function sayFunnel(asking: Asking, { steps, order, within, exclusions }: FunnelQuestion): string {
  const called = vocabulary(asking)
  const { say } = called
  const says = say(words.says, {
    steps: steps.map((step) => stepName(step, called)).join(say(words.next)),
    order: say(words[order]),
    within: saySpan(within, called),
  })
  return exclusions.length === 0 ? says : says + say(words.excluded, { events: sayAny(exclusions, called) })
}
