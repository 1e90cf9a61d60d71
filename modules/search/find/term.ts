/** What is asked for, as the index knows it. */
import type { Sought } from '#base/search/words.ts'

export interface Lexeme {
  readonly lexeme: string
  /** Whatever begins with it. */
  readonly prefix: boolean
  /** How much it tells: rare words more. Set when the numbers are known. */
  idf: number
}

/** One way to say a thing: all of its lexemes. */
export interface Way {
  readonly lexemes: readonly Lexeme[]
  /** 1: as it was asked; less for synonyms and for what was probably meant. */
  readonly weight: number
  /** What to mark in a hit, folded. */
  readonly marks: readonly string[]
  /** It was not asked for like this. */
  readonly meant?: string
}

/** One thing that is asked for, in all ways to say it. */
export interface Term {
  readonly text: string
  readonly kind: Sought['kind']
  readonly ways: Way[]
}

export const lexeme = (text: string, prefix = false): Lexeme => ({ lexeme: text, prefix, idf: 0 })

/** Of its ways the one that tells most. */
export const idfOf = (term: Term): number =>
  Math.max(...term.ways.map((way) => way.weight * way.lexemes.reduce((sum, each) => sum + each.idf, 0)), 0.01)
