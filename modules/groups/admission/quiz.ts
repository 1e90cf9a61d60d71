/** Quizzes at the door: which questions are asked, and what the answers are worth. Nothing here asks a clock or dice. */
import { createHash } from 'node:crypto'
import { foldText } from '#base/text/normalise.ts'
import type { QuizQuestion } from './steps.ts'

export type Given = Readonly<Record<string, string | number | readonly string[]>>

/**
 * The questions of one try: all, or `ask` of them. The same seed asks the same, so that a try can be
 * reloaded, and the next try asks others.
 */
export function pickQuestions(
  questions: readonly QuizQuestion[],
  ask: number | null,
  seed: string,
): readonly QuizQuestion[] {
  if (ask === null || ask >= questions.length) return questions
  const rank = (question: QuizQuestion) =>
    createHash('sha256').update(`${seed}\n${question.id}`).digest('hex')
  const chosen = new Set(
    [...questions]
      .map((question) => [rank(question), question] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .slice(0, ask)
      .map(([, question]) => question),
  )
  return questions.filter((question) => chosen.has(question))
}

const listOf = (value: Given[string] | undefined): readonly string[] =>
  value === undefined ? [] : typeof value === 'object' ? value : [String(value)]

const isRight = (question: QuizQuestion, value: Given[string] | undefined): boolean => {
  const given = listOf(value)
  if (question.type === 'word') {
    const accepted = new Set(question.right.map(foldText))
    return given.length === 1 && accepted.has(foldText(given[0]!))
  }
  const chosen = new Set(given)
  return chosen.size === question.right.length && question.right.every((each) => chosen.has(each))
}

/** How many of the questions have no answer. */
export const unanswered = (questions: readonly QuizQuestion[], given: Given): number =>
  questions.filter((question) => listOf(given[question.id]).every((each) => each.trim() === '')).length

/** Points; passed at or above the share that is asked for. Several right options count only all together. */
export function grade(
  questions: readonly QuizQuestion[],
  given: Given,
  passPercent: number,
): { readonly points: number; readonly of: number; readonly passed: boolean } {
  const of = questions.reduce((sum, question) => sum + question.points, 0)
  const points = questions.reduce(
    (sum, question) => sum + (isRight(question, given[question.id]) ? question.points : 0),
    0,
  )
  return { points, of, passed: points * 100 >= of * passPercent }
}
