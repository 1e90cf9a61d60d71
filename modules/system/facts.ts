/** What operators do to the machine room. */
import { z } from 'zod'
import { defineFact } from '#base/facts/fact.ts'
import { messages } from './system.messages.ts'

const consumer = z.object({ consumer: z.string() })
const letter = z.object({ consumer: z.string(), effect: z.string(), event: z.string() })
const job = z.object({ jobId: z.string(), name: z.string() })

const touchesConsumers = () => [['system', 'consumers']]
const touchesLetters = () => [['system', 'dead-letters']]
/** A settled letter no longer counts for its consumer. */
const touchesBoth = () => [...touchesLetters(), ...touchesConsumers()]
const touchesJob = ({ payload }: { payload: z.infer<typeof job> }) => [['jobs', payload.jobId], ['jobs']]

export const consumerPaused = defineFact({
  name: 'consumer.paused',
  payload: consumer.extend({ reason: z.string() }),
  label: messages.consumerPaused,
  touches: touchesConsumers,
})
export const consumerResumed = defineFact({
  name: 'consumer.resumed',
  payload: consumer,
  label: messages.consumerResumed,
  touches: touchesConsumers,
})
export const deadLetterRedriven = defineFact({
  name: 'dead_letter.redriven',
  payload: letter,
  label: messages.letterRedriven,
  touches: touchesLetters,
})
export const deadLetterDiscarded = defineFact({
  name: 'dead_letter.discarded',
  payload: letter,
  label: messages.letterDiscarded,
  touches: touchesBoth,
})
export const jobCancelled = defineFact({
  name: 'job.cancelled',
  payload: job,
  label: messages.jobCancelled,
  touches: touchesJob,
})
export const jobRetried = defineFact({
  name: 'job.retried',
  payload: job,
  label: messages.jobRetried,
  touches: touchesJob,
})

export const systemFacts = [
  consumerPaused,
  consumerResumed,
  deadLetterRedriven,
  deadLetterDiscarded,
  jobCancelled,
  jobRetried,
]
