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

/** Rows of a list: how many, and those to come in. */
export interface Counted {
  readonly rows: number
  readonly created: number
  readonly updated: number
}

export interface ListOnItsWay {
  readonly id: string
  readonly fileName: string
  readonly header: readonly string[]
  readonly state: ListState
  readonly trouble: string | null
  readonly jobId: string | null
  readonly checked: Counted | null
  readonly outcome: Counted
  readonly errorFileUrl: string | null
  readonly can: { readonly check: boolean; readonly run: boolean; readonly stop: boolean }
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
