/** A funnel in words. */
import { type Happening, sayHappening, type Vocabulary, vocabularyOf } from '#modules/audience/api.ts'
import type { Asking } from '../asking.ts'
import { words } from './funnel.messages.ts'
import type { FunnelQuestion, FunnelStep } from './funnel.ts'
import type { FunnelSpan } from './span.ts'

export const vocabulary = ({ ctx, parts }: Asking): Vocabulary => vocabularyOf(ctx.locale, parts.declared, [])

const sayAny = (of: readonly Happening[], vocabulary: Vocabulary) =>
  of.map((each) => sayHappening(each, vocabulary)).join(vocabulary.say(words.or))

/** What a step is called: its own name, or what happens in it. */
export const stepName = (step: FunnelStep, vocabulary: Vocabulary): string =>
  step.name ?? sayAny(step.of, vocabulary)

export const saySpan = ({ amount, unit }: FunnelSpan, { say }: Vocabulary): string =>
  say(words[unit], { n: amount })

/** A step with how long after the one before it may, or must, come. */
function sayStep(step: FunnelStep, called: Vocabulary): string {
  const { say } = called
  const most = step.within && saySpan(step.within, called)
  const least = step.atLeast && saySpan(step.atLeast, called)
  if (most === undefined && least === undefined) return stepName(step, called)
  const wait =
    least === undefined
      ? say(words.waitAtMost, { most: most! })
      : most === undefined
        ? say(words.waitAtLeast, { least })
        : say(words.waitBetween, { least, most })
  return say(words.waits, { step: stepName(step, called), wait })
}

export function sayFunnel(asking: Asking, question: FunnelQuestion): string {
  const { steps, order, within, exclusions, repeats, apart, count } = question
  const called = vocabulary(asking)
  const { say } = called
  return [
    say(words.says, {
      steps: steps.map((step) => sayStep(step, called)).join(say(words.next)),
      order: say(words[order]),
      within: saySpan(within, called),
    }),
    exclusions.length > 0 && say(words.excluded, { events: sayAny(exclusions, called) }),
    repeats && say(words[`repeats${repeats}`]),
    apart && say(words.apart),
    count !== 'members' && say(words[count]),
  ]
    .filter(Boolean)
    .join('')
}
