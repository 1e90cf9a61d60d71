/** A task as the module reads it, and who may do what with it. */
import { type Actor, type Id, may } from '#base/access/actor.ts'

export interface Task {
  readonly id: Id
  readonly title: string
  readonly detail: string
  readonly ownerId: Id | null
  readonly ownerName: string | null
  /** The owner left the team or is suspended. */
  readonly ownerGone: boolean
  readonly departmentId: Id | null
  readonly departmentKey: string | null
  readonly departmentName: string | null
  readonly parentId: Id | null
  readonly seriesId: Id | null
  readonly dueAt: Date | null
  readonly urgent: boolean
  readonly checkHow: string
  readonly objectKind: string | null
  readonly objectId: Id | null
  readonly objectName: string | null
  readonly objectPath: string | null
  readonly createdAt: Date
  readonly createdById: Id | null
  readonly createdByName: string | null
  readonly closedAt: Date | null
  readonly outcome: 'done' | 'dropped' | null
  readonly outcomeNote: string | null
  readonly steps: number
  readonly stepsDone: number
  readonly parts: number
  readonly partsDone: number
}

type Concerning = Pick<Task, 'ownerId' | 'createdById'>

const isOwn = (actor: Actor, task: Concerning): boolean =>
  actor.kind === 'account' && (task.ownerId === actor.accountId || task.createdById === actor.accountId)

/** Guests see what was given to them, and nothing of the rest. */
export const canSeeTask = (actor: Actor, task: Concerning): boolean =>
  may(actor, 'tasks.read') || isOwn(actor, task)

/** Whoever has it or made it; of the team, also what nobody has yet. */
export const canEditTask = (actor: Actor, task: Concerning): boolean =>
  may(actor, 'tasks.manage') ||
  (may(actor, 'tasks.work') && (isOwn(actor, task) || (may(actor, 'tasks.read') && task.ownerId === null)))

/** Giving work to others is for the team, not for its guests. */
export const canAssign = (actor: Actor): boolean =>
  may(actor, 'tasks.manage') || (may(actor, 'tasks.work') && may(actor, 'tasks.read'))

export const canComment = (actor: Actor, task: Concerning): boolean =>
  may(actor, 'tasks.work') && canSeeTask(actor, task)
