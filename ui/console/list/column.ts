import type { ReactNode } from 'react'
import type { Message } from '#base/i18n/messages.ts'

/** A column of a list: how it looks in the table, on a phone and in an exported file. */
export interface Column<Row> {
  readonly key: string
  readonly title: Message
  readonly render: (row: Row) => ReactNode
  /** The value in an export. */
  readonly text: (row: Row) => string | number
  readonly align?: 'right'
  readonly width?: number
  /** The name the API sorts by. */
  readonly sort?: string
  /** Shown only when chosen. */
  readonly extra?: boolean
  /** On a phone: the first line, the line below (default), or not at all. */
  readonly phone?: 'first' | 'line' | 'hidden'
}

/** A filter above the list; its value lives in the URL under `key`. */
export type Filter = ChoiceFilter | DaysFilter | FoundFilter

interface ChoiceFilter {
  readonly kind: 'choice'
  readonly key: string
  readonly label: Message
  readonly choices: readonly { readonly value: string; readonly label: string }[]
}

/** One of very many, found by name while one types. */
export interface FoundFilter {
  readonly kind: 'found'
  readonly key: string
  readonly label: Message
  readonly find: (
    text: string,
    signal: AbortSignal,
  ) => Promise<readonly { readonly value: string; readonly label: string }[]>
  /** What the one in the URL is called. */
  readonly nameOf: (value: string, signal: AbortSignal) => Promise<string>
}

/** From one day to another, both included; two keys of the URL. */
interface DaysFilter {
  readonly kind: 'days'
  readonly from: string
  readonly to: string
  readonly label: Message
}

export interface CursorPage<Row> {
  readonly items: readonly Row[]
  readonly next: string | null
  readonly total?: number | null
}
