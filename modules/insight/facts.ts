/** What insight announces. Figures and names of things only: nothing about single people. */
import { z } from 'zod'
import { defineFact } from '#base/facts/fact.ts'
import { factLabels as labels } from './facts.messages.ts'

type Object = { about: { object?: { id?: string | null } | null } }
const touchesGoal = ({ about }: Object) => [['goals'], ['goals', about.object?.id ?? '']]
const touchesSignals = () => [['signals']]

export const goalSet = defineFact({
  name: 'goal.set',
  payload: z.object({ target: z.number(), dueOn: z.string() }),
  label: labels.goalSet,
  touches: touchesGoal,
  publicFields: ['target', 'dueOn'],
})
export const goalChanged = defineFact({
  name: 'goal.changed',
  payload: z.object({ fields: z.array(z.string()) }),
  label: labels.goalChanged,
  touches: touchesGoal,
})
export const goalClosed = defineFact({
  name: 'goal.closed',
  payload: z.object({ outcome: z.string() }),
  label: labels.goalClosed,
  touches: (fact) => [...touchesGoal(fact), ...touchesSignals()],
  publicFields: ['outcome'],
})

/** `of`: `alert` or `goal`; `key` is its preset or id. */
export const signalRaised = defineFact({
  name: 'signal.raised',
  payload: z.object({ of: z.string(), key: z.string() }),
  label: labels.signalRaised,
  touches: touchesSignals,
  publicFields: ['of', 'key'],
})
export const signalClosed = defineFact({
  name: 'signal.closed',
  payload: z.object({ outcome: z.string() }),
  label: labels.signalClosed,
  touches: touchesSignals,
  publicFields: ['outcome'],
})
export const alertChanged = defineFact({
  name: 'alert.changed',
  /** `made`, `changed`, `paused`, `resumed`, `snoozed`, `removed`. */
  payload: z.object({ how: z.string() }),
  label: labels.alertChanged,
  touches: () => [['alerts']],
  publicFields: ['how'],
})
