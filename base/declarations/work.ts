/**
 * Work that waits for operators. A module declares where its work comes from; `team` asks every source
 * that the operator may see and shows one queue, Today. Nothing is copied: an item is there as long as
 * its source finds it, so it cannot outlive the thing that it is about.
 */
import type { Id } from '../access/actor.ts'
import type { Ctx } from '../context.ts'
import type { Message } from '../i18n/messages.ts'
import type { Said } from './said.ts'

/** The tabs of Today: 信号 · 超时 · 待审批 · 待回应 · 到期任务 · 关怀. */
export const workKinds = ['signal', 'overdue', 'approval', 'answer', 'task', 'care'] as const
export type WorkKind = (typeof workKinds)[number]

export interface WorkItem {
  /** Unique within its source and the same for as long as the matter is the same: `application:12`. */
  readonly key: string
  /** When an item is of another kind than its source, for example because it is overdue. */
  readonly kind?: WorkKind
  /** What is the matter, as a sentence. */
  readonly title: Said
  /** The evidence. */
  readonly note: Said
  /** What else is known, for who opens the item: reasons with their numbers, and how it went. */
  readonly more?: { readonly points?: readonly Said[]; readonly trend?: WorkTrend }
  /** Since when it waits. */
  readonly since?: Date
  readonly dueAt?: Date
  /** People are affected now: it comes first. */
  readonly urgent?: boolean
  /** The one obvious next step: its verb, and where it leads below `/console`. */
  readonly act: Message
  readonly path: string
  /** Account of the operator whose it is; without one it is anybody's. */
  readonly owner?: Id
  /** Key of the department whose it is. */
  readonly department?: string
}

/** A small line: the figure that the item is about, oldest first. */
export interface WorkTrend {
  readonly values: readonly number[]
  /** The days of the first and the last value: `2026-09-28`. */
  readonly from: string
  readonly to: string
  /** What is aimed at, and below what it is a matter. */
  readonly goal?: number
  readonly line?: number
  /** Behind the numbers: `%`. */
  readonly unit?: string
}

export interface WorkSource {
  /** Module and what waits: `groups.applications`. */
  readonly name: string
  readonly kind: WorkKind
  readonly label: Message
  /** Who sees it; without one, every operator. */
  readonly permission?: string
  /** First words of the query keys whose change makes the answer stale. */
  readonly staleWith: readonly string[]
  /** The most pressing items and how many there are in all. Bounded by `limit`, on an index. */
  readonly find: (
    ctx: Ctx,
    options: { readonly limit: number },
  ) => Promise<{ readonly items: readonly WorkItem[]; readonly total: number }>
}
