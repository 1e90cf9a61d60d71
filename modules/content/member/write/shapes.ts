/** What the composer speaks of. */
import type { Board } from './write.queries.ts'

export type Kind = Board['kinds'][number]

export interface PollWords {
  readonly question: string
  readonly options: readonly string[]
  readonly choices: number
  readonly closesAt: string | null
  readonly shown: 'always' | 'voted' | 'closed'
}

export const emptyPoll: PollWords = {
  question: '',
  options: ['', ''],
  choices: 1,
  closesAt: null,
  shown: 'voted',
}

/** Kinds that need a title. */
export const titled: ReadonlySet<Kind> = new Set([
  'question',
  'picture_question',
  'idea',
  'announcement',
  'article',
])
export const isQuestion = (kind: Kind): boolean => kind === 'question' || kind === 'picture_question'
