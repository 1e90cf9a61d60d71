/** Who may see and steer a job: operators of the system, and whoever asked for it. */
import { type Actor, describeActor, may } from '#base/access/actor.ts'
import type { JobRow } from '#base/jobs/board.ts'

type Asked = Pick<JobRow, 'requestedBy'>
type Steered = Asked & Pick<JobRow, 'state'>

const askedFor = (actor: Actor, job: Asked) =>
  actor.kind !== 'anonymous' && describeActor(actor) === job.requestedBy

export const canSeeJob = (actor: Actor, job: Asked): boolean =>
  may(actor, 'system.read') || askedFor(actor, job)

const canSteer = (actor: Actor, job: Asked) => may(actor, 'system.operate') || askedFor(actor, job)

export const canCancelJob = (actor: Actor, job: Steered): boolean =>
  canSteer(actor, job) && (job.state === 'created' || job.state === 'retry' || job.state === 'active')

export const canRetryJob = (actor: Actor, job: Steered): boolean =>
  canSteer(actor, job) && (job.state === 'failed' || job.state === 'cancelled')
