/** A list on its way in, as far as the shared steps know it: people, orders, whatever its rows are. */
export type ListState =
  | 'draft'
  | 'checking'
  | 'checked'
  | 'running'
  | 'done'
  | 'stopped'
  | 'failed'
  | 'undoing'
  | 'undone'

export const troubles = ['unreadable', 'tooLarge', 'locked', 'quotes', 'columns', 'gone'] as const
export type Trouble = (typeof troubles)[number]

export interface RefusedRow {
  readonly row: number
  readonly cells: readonly string[]
  readonly reasons: readonly { readonly column: number | null; readonly message: string }[]
}

/** Rows of a list: how many, those to come in, and those that do not. */
export interface Counted {
  readonly rows: number
  readonly created: number
  readonly updated: number
  readonly failed: number
  /** What is in the list twice, where that is counted. */
  readonly repeated?: number
}

/** Rows that do not come in. */
export const refusedOf = ({ failed, repeated = 0 }: Counted): number => failed + repeated

export interface ListOnItsWay {
  readonly id: string
  readonly fileName: string
  readonly format: 'csv' | 'xlsx'
  readonly encoding: string
  readonly header: readonly string[]
  readonly state: ListState
  readonly trouble: string | null
  readonly jobId: string | null
  readonly checked: Counted | null
  readonly outcome: Counted
  readonly errorFileUrl: string | null
  readonly createdBy: string | null
  readonly createdAt: string
  readonly undoUntil: string | null
  readonly can: {
    readonly check: boolean
    readonly run: boolean
    readonly stop: boolean
    readonly undo: boolean
    readonly discard: boolean
  }
}

/** What the columns mean, and what else is chosen. */
export interface Plan {
  readonly columns: readonly (string | null)[]
}

/** A list that is looked at: its first rows, and what its columns mean or probably mean. */
export interface Whole<P extends Plan> {
  readonly samples: readonly (readonly string[])[]
  readonly plan: P
}

/** A row as it would come in. */
export interface Previewed {
  readonly row: number
  readonly reasons: RefusedRow['reasons']
}

export const isBusy = ({ state }: Pick<ListOnItsWay, 'state'>) =>
  state === 'checking' || state === 'running' || state === 'undoing'

/** What is told of a list now: what came of it once it began, what was found before. */
export const tallyOf = <T extends Counted>(list: {
  readonly checked: T | null
  readonly outcome: T
}): T | null => (list.outcome.rows > 0 ? list.outcome : list.checked)

/** A target once: giving it to a column takes it from the one that had it. */
export const giveTarget = <T extends string>(
  columns: readonly (T | null)[],
  at: number,
  target: T | null,
): (T | null)[] =>
  columns.map((each, column) => (column === at ? target : target !== null && each === target ? null : each))
