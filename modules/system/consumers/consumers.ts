/** Steering the followers of the log: verbs of operators, each with its line in the audit log. */
import { type Ctx, transact } from '#base/context.ts'
import { announce } from '#base/facts/fact.ts'
import * as operate from '#base/facts/operate.ts'
import { problems } from '#base/http/problem.ts'
import { audit } from '#modules/identity/api.ts'
import { consumerPaused, consumerResumed, deadLetterDiscarded, deadLetterRedriven } from '../facts.ts'
import { systemProblems } from '../problems.ts'
import { findDeadLetter } from './dead-letters.sql.ts'

/** Stops a consumer after the event in hand. Pausing twice changes nothing. */
export async function pauseConsumer(ctx: Ctx, name: string, reason: string): Promise<void> {
  await transact(ctx, async (ctx) => {
    const done = await operate.pauseConsumer(ctx, name, reason)
    if (done === 'unknown') throw systemProblems.noSuchConsumer({ values: { name } })
    if (done === 'unchanged') return
    await announce(ctx, consumerPaused, { consumer: name, reason })
    await audit(ctx, 'consumer.paused', { kind: 'consumer', id: name }, { reason })
  })
}

/** Lets a consumer go on. Resuming what runs changes nothing. */
export async function resumeConsumer(ctx: Ctx, name: string): Promise<void> {
  await transact(ctx, async (ctx) => {
    if (!(await operate.resumeConsumer(ctx, name))) return
    await announce(ctx, consumerResumed, { consumer: name })
    await audit(ctx, 'consumer.resumed', { kind: 'consumer', id: name })
  })
}

/** Sends a dead letter back to its consumer. */
export async function redriveDeadLetter(ctx: Ctx, id: string): Promise<void> {
  await transact(ctx, async (ctx) => {
    const letter = await getDeadLetter(ctx, id)
    if (!(await operate.redriveDeadLetter(ctx, id))) throw systemProblems.settledAlready()
    await announce(ctx, deadLetterRedriven, letter)
    await audit(ctx, 'dead_letter.redriven', { kind: 'dead_letter', id }, letter)
  })
}

/** Gives a dead letter up: its effect will not happen. */
export async function discardDeadLetter(ctx: Ctx, id: string): Promise<void> {
  await transact(ctx, async (ctx) => {
    const letter = await getDeadLetter(ctx, id)
    if (!(await operate.discardDeadLetter(ctx, id))) throw systemProblems.settledAlready()
    await announce(ctx, deadLetterDiscarded, letter)
    await audit(ctx, 'dead_letter.discarded', { kind: 'dead_letter', id }, letter)
  })
}

async function getDeadLetter({ db }: Ctx, id: string) {
  const letter = await findDeadLetter(db, id)
  if (!letter) throw problems.notFound()
  return { consumer: letter.consumer, effect: letter.effect, event: letter.event_name }
}
