/** Zod's issues as field problems: where it is, what is wrong and how to mend it, in the caller's language. */
import type { z } from 'zod'
import { type Locale, type Message, render, type Values } from '../i18n/messages.ts'
import { issueMessages as say } from './issues.messages.ts'
import type { FieldProblem } from './problem.ts'

type Issue = z.core.$ZodIssue

/** More than this helps nobody and lets a caller ask for a long answer. */
const mostFields = 50

export function fieldProblems(issues: readonly Issue[], root: string, locale: Locale): FieldProblem[] {
  const problems: FieldProblem[] = []
  const add = (issue: Issue, base: string): void => {
    if (problems.length >= mostFields) return
    const path = [base, ...issue.path.map(String)].join('.').slice(0, 200)
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys.slice(0, mostFields - problems.length))
        problems.push({ path: `${path}.${key}`.slice(0, 200), message: render(say.unknown, locale) })
      return
    }
    if (issue.code === 'invalid_union') {
      const branch = closestBranch(issue.errors)
      if (branch) {
        for (const each of branch) add(each, path)
        return
      }
    }
    const [message, values] = sentence(issue, locale)
    problems.push({ path, message: render(message, locale, values) })
  }
  for (const issue of issues) add(issue, root)
  return problems
}

/** Of a union's branches, the one that the value came closest to: it failed deepest, with fewest issues. */
function closestBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  const score = (branch: readonly Issue[]) =>
    Math.max(...branch.map((issue) => issue.path.length)) * 100 - branch.length
  const deep = branches.filter(
    (branch) =>
      branch.length > 0 &&
      branch.some((issue) => issue.path.length > 0 || issue.code === 'unrecognized_keys'),
  )
  return deep.sort((a, b) => score(b) - score(a))[0]
}

function sentence(issue: Issue, locale: Locale): [Message, Values?] {
  switch (issue.code) {
    case 'invalid_type':
      return [issue.input === undefined ? say.required : typeName(issue.expected)]
    case 'too_small':
      return tooSmall(issue)
    case 'too_big':
      return tooBig(issue)
    case 'invalid_format':
      return format(issue)
    case 'not_multiple_of':
      return [say.step, { limit: String(issue.divisor) }]
    case 'invalid_value': {
      if (issue.input === undefined) return [say.required]
      const choices = issue.values.map(String)
      return choices.length === 1
        ? [say.exactly, { choices: choices[0]! }]
        : [say.choice, { choices: choices.slice(0, 30).join(locale === 'en' ? ', ' : '、') }]
    }
    case 'custom':
      return [isMessage(issue.params?.message) ? issue.params.message : say.other]
    case 'invalid_union':
      return [issue.input === undefined ? say.required : say.union]
    case 'unrecognized_keys':
      return [say.unknown]
    case 'invalid_key':
    case 'invalid_element':
      return [say.other]
  }
}

const isMessage = (value: unknown): value is Message =>
  typeof value === 'object' && value !== null && 'zh' in value && 'en' in value

function typeName(expected: string): Message {
  switch (expected) {
    case 'string':
      return say.text
    case 'number':
    case 'bigint':
      return say.number
    case 'int':
      return say.int
    case 'boolean':
      return say.boolean
    case 'array':
    case 'tuple':
      return say.array
    case 'object':
    case 'record':
      return say.object
    case 'null':
      return say.null
    case 'date':
      return say.date
    default:
      return say.otherType
  }
}

function tooSmall(issue: z.core.$ZodIssueTooSmall): [Message, Values] {
  const values = { limit: String(issue.minimum) }
  if (issue.origin === 'string') {
    if (issue.exact) return [say.textExact, values]
    return [issue.minimum === 1 ? say.empty : say.textShort, values]
  }
  if (issue.origin === 'array' || issue.origin === 'set')
    return [issue.exact ? say.listExact : say.listShort, values]
  return [issue.inclusive === false ? say.moreThan : say.tooSmall, values]
}

function tooBig(issue: z.core.$ZodIssueTooBig): [Message, Values] {
  const values = { limit: String(issue.maximum) }
  if (issue.origin === 'string') return [issue.exact ? say.textExact : say.textLong, values]
  if (issue.origin === 'array' || issue.origin === 'set')
    return [issue.exact ? say.listExact : say.listLong, values]
  return [issue.inclusive === false ? say.lessThan : say.tooBig, values]
}

function format(issue: z.core.$ZodIssueInvalidStringFormat | Issue): [Message, Values?] {
  if (issue.code !== 'invalid_format') return [say.format]
  switch (issue.format) {
    case 'email':
      return [say.email]
    case 'url':
      return [say.url]
    case 'datetime':
      return [say.datetime]
    case 'date':
      return [say.day]
    case 'time':
      return [say.time]
    case 'uuid':
    case 'guid':
      return [say.uuid]
    case 'starts_with':
      return [say.startsWith, { text: String((issue as { prefix?: string }).prefix ?? '') }]
    case 'ends_with':
      return [say.endsWith, { text: String((issue as { suffix?: string }).suffix ?? '') }]
    case 'includes':
      return [say.includes, { text: String((issue as { includes?: string }).includes ?? '') }]
    default:
      return [say.format]
  }
}
