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

const touchesReport = ({ about }: Object) => [['reports'], ['reports', about.object?.id ?? '']]

/** `kind`: daily, weekly or monthly. */
export const reportMade = defineFact({
  name: 'report.made',
  payload: z.object({ kind: z.string() }),
  label: labels.reportMade,
  touches: touchesReport,
  publicFields: ['kind'],
})
export const reportWritten = defineFact({
  name: 'report.written',
  payload: z.object({ version: z.int() }),
  label: labels.reportWritten,
  touches: touchesReport,
})

/** What a buyer may be worth moved enough to matter; `alive`: percent in tens, null: no buyer any more. */
export const valueChanged = defineFact({
  name: 'value.changed',
  payload: z.object({ alive: z.int().nullable() }),
  label: labels.valueChanged,
})
/** The models of value were fitted, or could not be. */
export const valueComputed = defineFact({
  name: 'value.computed',
  payload: z.object({ outcome: z.string(), asOf: z.string() }),
  label: labels.valueComputed,
  touches: () => [['value']],
})

const touchesExperiment = ({ about }: Object) => [['experiments'], ['experiments', about.object?.id ?? '']]

/** `how`: made, changed, started, stopped, decided, removed. */
export const experimentChanged = defineFact({
  name: 'experiment.changed',
  payload: z.object({ how: z.string() }),
  label: labels.experimentChanged,
  touches: touchesExperiment,
  publicFields: ['how'],
})
/** A member met what an experiment tries, for the first time: at most once per member and experiment. */
export const experimentExposed = defineFact({
  name: 'experiment.exposed',
  payload: z.object({ experiment: z.string(), variant: z.string() }),
  label: labels.experimentExposed,
  publicFields: ['experiment', 'variant'],
})
/** Who is held out of everything was changed: its share, or whether there is such a group. */
export const holdoutChanged = defineFact({
  name: 'holdout.changed',
  payload: z.object({ share: z.number() }),
  label: labels.holdoutChanged,
  touches: () => [['experiments']],
})
/** `how`: made, changed, archived, restored, shared, revoked. */
export const dashboardChanged = defineFact({
  name: 'dashboard.changed',
  payload: z.object({ how: z.string() }),
  label: labels.dashboardChanged,
  touches: ({ about }: Object) => [['dashboards'], ['dashboards', about.object?.id ?? '']],
  publicFields: ['how'],
})

/** `was`: the stage before; the same one when it was kept against what figures suggest. */
export const productStageChosen = defineFact({
  name: 'product_stage.chosen',
  payload: z.object({ stage: z.string(), was: z.string().nullable() }),
  label: labels.productStageChosen,
  touches: () => [['product-stage'], ['goals', 'templates']],
  publicFields: ['stage', 'was'],
})

/** `how`: classified, base_chosen, base_ended, retired, brought_back. */
export const channelChanged = defineFact({
  name: 'channel.changed',
  payload: z.object({ how: z.string() }),
  label: labels.channelChanged,
  touches: () => [
    ['insight', 'channel-register'],
    ['insight', 'touchpoints'],
  ],
  publicFields: ['how'],
})
/** `how`: planned, copied, removed; `month`: its first day. */
export const channelPlanned = defineFact({
  name: 'channel.planned',
  payload: z.object({ how: z.string(), month: z.string() }),
  label: labels.channelPlanned,
  touches: () => [['insight', 'channel-plan']],
  publicFields: ['how', 'month'],
})

const touchesImprovement = ({ about }: Object) => [['improvements'], ['improvements', about.object?.id ?? '']]

/** `how`: made, changed. */
export const improvementChanged = defineFact({
  name: 'improvement.changed',
  payload: z.object({ how: z.string() }),
  label: labels.improvementChanged,
  touches: touchesImprovement,
  publicFields: ['how'],
})
/** What was found is done otherwise from a day on: it is a mark on charts. */
export const improvementStarted = defineFact({
  name: 'improvement.started',
  payload: z.object({}),
  label: labels.improvementStarted,
  touches: touchesImprovement,
})
/** `verdict`: kept, adjusted, dropped. */
export const improvementDecided = defineFact({
  name: 'improvement.decided',
  payload: z.object({ verdict: z.string() }),
  label: labels.improvementDecided,
  touches: touchesImprovement,
  publicFields: ['verdict'],
})
