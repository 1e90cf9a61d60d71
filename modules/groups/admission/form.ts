/** Application forms: what is missing or not to be accepted in the answers. */
import type { Given } from './quiz.ts'
import type { FormQuestion } from './steps.ts'

export type FormFault = 'missing' | 'notANumber' | 'notOffered'

/** Faults by question id; none when the form is complete. */
export function formFaults(questions: readonly FormQuestion[], given: Given): ReadonlyMap<string, FormFault> {
  const faults = new Map<string, FormFault>()
  for (const question of questions) {
    const fault = faultOf(question, given[question.id])
    if (fault) faults.set(question.id, fault)
  }
  return faults
}

function faultOf(question: FormQuestion, value: Given[string] | undefined): FormFault | undefined {
  const list = value === undefined ? [] : typeof value === 'object' ? value : [String(value)]
  const empty = list.every((each) => each.trim() === '')
  if (empty) return question.required ? 'missing' : undefined
  if (question.type === 'number') return Number.isFinite(Number(list[0])) ? undefined : 'notANumber'
  if (question.type === 'choice' || question.type === 'choices') {
    const offered = new Set(question.options.map((option) => option.id))
    const fits = list.every((each) => offered.has(each)) && (question.type === 'choices' || list.length === 1)
    return fits ? undefined : 'notOffered'
  }
  return undefined
}

/** Only what was asked, as it is kept. */
export const trimmed = (questions: readonly FormQuestion[], given: Given): Given =>
  Object.fromEntries(
    questions.flatMap(({ id }) => {
      const value = given[id]
      if (value === undefined) return []
      return [[id, typeof value === 'string' ? value.trim() : value] as const]
    }),
  )

/** An answer in words, for reviewers. */
export function inWords(question: FormQuestion, value: Given[string] | undefined): string {
  if (value === undefined) return ''
  const list = typeof value === 'object' ? value : [String(value)]
  if (!question.type.startsWith('choice')) return list.join(' ')
  return list.map((each) => question.options.find((option) => option.id === each)?.text ?? each).join('、')
}
