/**
 * What a module says of files whose rows it takes in: what its columns may mean, how a row is read, and what is
 * written. All else is the same for people, orders and whatever comes next: a file goes through upload → mapping →
 * check → run → done, stopped, undone, purged. Each kind keeps its imports in a table of its module, with the same
 * columns (`member_import` is the pattern), and what was refused in a second one.
 */
import type { RawBuilder } from 'kysely'
import type { z } from 'zod'
import type { Id } from '../access/actor.ts'
import type { Ctx } from '../context.ts'
import type { Problem } from '../http/problem.ts'
import type { Message, Values } from '../i18n/messages.ts'
import type { JobRun } from '../jobs/job.ts'
import type { Import, ImportState } from './import.ts'
import type { ListRow } from './read-file.ts'

/** The types of a kind. */
export interface Shape {
  /** What somebody said that the columns mean, and what else he chose. */
  readonly plan: { readonly columns: readonly (string | null)[] }
  /** What the rows are: a person, an order. */
  readonly thing: unknown
  /** What a row of the table tells besides the common columns. */
  readonly about: { readonly by: string | null }
}

/** Rows by what became of them; they add up to `rows`. A kind may count more. */
export interface Tally {
  readonly rows: number
  readonly created: number
  readonly updated: number
  readonly unchanged: number
  readonly failed: number
  readonly [more: string]: number
}

/** Why a row was refused. */
export interface Reason {
  readonly code: string
  /** Place of the column, from 0. */
  readonly column?: number
  readonly values?: Values
  /** What has more to say about it. */
  readonly why?: Message
}

export interface RefusedRow {
  readonly row: number
  readonly cells: readonly string[]
  readonly reasons: readonly Reason[]
}

export type Read<Thing> = { readonly thing: Thing } | { readonly reasons: readonly Reason[] }

/** A thing, with the first of its rows. */
export interface Placed<Thing> {
  readonly row: number
  readonly cells: readonly string[]
  readonly thing: Thing
}

export interface Settled {
  /** `created`, `updated`, `unchanged` and what else the kind counts of its own. */
  readonly counts: Readonly<Record<string, number>>
  readonly refused: readonly RefusedRow[]
}

export type Mode = 'check' | 'run'

/** Going once through a file. */
export interface Work<Thing> {
  /** Whether the row belongs to the thing that began with `first`; left out: each row is a thing. */
  continues?(first: ListRow, row: ListRow): boolean
  /**
   * The rows of one thing, as many as belong together. Those `behind` were done before a crash: they are read only to
   * know what was in them, and the answer does not count.
   */
  read(rows: readonly [ListRow, ...ListRow[]], behind: boolean): Read<Thing>
  /** In the transaction of the batch. A check finds what would become of them, and writes nothing of it. */
  settle(tx: Ctx, things: readonly Placed<Thing>[]): Promise<Settled>
}

/** What operators do with an import, for the log of what they did. */
export type Step = 'uploaded' | 'checked' | 'run' | 'stopped' | 'undone' | 'discarded'

export interface ImportKind<S extends Shape> {
  /** Whose files they are: purposes `members.list` and `members.export`. */
  readonly module: string
  /** Of its jobs: `members.import` is checked by `members.import_check`. */
  readonly name: string
  readonly table: string
  readonly errorTable: string
  /** What is counted besides the common, with what it means; `repeated` and `lines` are counted for you. */
  readonly counts: Readonly<Record<string, string>>
  readonly plan: z.ZodType<S['plan']>
  readonly labels: Readonly<Record<'check' | 'run', Message>> & { readonly undo?: Message }
  readonly reasons: Readonly<Record<string, Message>>
  /** Says what such a file holds. */
  readonly unreadable: () => Problem
  /** As jsonb, of the row `i` of the table. */
  readonly about: RawBuilder<S['about']>
  record(ctx: Ctx, step: Step, list: Import<S>, details: Readonly<Record<string, unknown>>): Promise<void>
  /** Announces it. */
  ended(tx: Ctx, importId: Id, state: EndedState): Promise<void>
  /** Throws when a file cannot come in by this plan. */
  checkPlan(ctx: Ctx, list: Import<S>, plan: S['plan']): Promise<void>
  begin(ctx: Ctx, list: Import<S>, mode: Mode): Promise<Work<S['thing']>>
  /** Takes back what an import did, batch by batch. Left out: it cannot be. */
  readonly undo?: (ctx: Ctx, importId: Id, run: Pick<JobRun, 'signal' | 'progress'>) => Promise<unknown>
  /** What else is kept of imports and is personal data, when they are purged. */
  readonly forget?: (tx: Ctx, importIds: readonly Id[]) => Promise<void>
}

export type EndedState = Extract<ImportState, 'checked' | 'done' | 'stopped' | 'failed' | 'undone'>

/** Nothing counted yet. */
export const noTally = ({ counts }: Pick<ImportKind<Shape>, 'counts'>): Tally => ({
  rows: 0,
  created: 0,
  updated: 0,
  unchanged: 0,
  failed: 0,
  ...Object.fromEntries(Object.keys(counts).map((key) => [key, 0])),
})
