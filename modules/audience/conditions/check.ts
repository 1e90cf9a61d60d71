/** Whether a definition asks what can be asked, before it is stored. */
import type { Ctx } from '#base/context.ts'
import { canAskField } from '#base/declarations/fields.ts'
import type { FieldProblem } from '#base/http/problem.ts'
import { type Message, render } from '#base/i18n/messages.ts'
import { audienceProblems } from '../problems.ts'
import { faults } from './check.messages.ts'
import { mostDeep, mostLeaves } from './condition.ts'
import { type FieldNode, type Node, nodesOf, type Resolved } from './resolve.ts'
import { testsOf } from './tests.ts'

/** Throws `condition_invalid` with the places of all faults below `at`. */
export function checkResolved(ctx: Ctx, { root }: Resolved, at: readonly (string | number)[]): void {
  const found: FieldProblem[] = []
  const fault = (path: string, message: Message, values: Record<string, string | number> = {}): void => {
    found.push({ path: [...at, path].join('.'), message: render(message, ctx.locale, values) })
  }
  let leaves = 0

  const visit = (node: Node, depth: number): void => {
    if (depth > mostDeep) {
      fault(node.path, faults.tooDeep, { limit: mostDeep })
      return
    }
    switch (node.kind) {
      case 'all':
      case 'any':
        for (const each of node.of) visit(each, depth + 1)
        return
      case 'not':
        visit(node.of, depth + 1)
        return
      case 'segment':
        leaves++
        // What a segment asks was checked when it was made.
        if (!node.of) fault(`${node.path}.segment`, faults.segmentGone)
        return
      case 'field':
        leaves++
        checkField(node, ctx, fault)
        return
      case 'event':
      case 'sequence':
        leaves++
    }
  }
  visit(root, 0)
  if (leaves > mostLeaves) fault(root.path, faults.tooMany, { limit: mostLeaves })
  if (found.length > 0)
    throw audienceProblems.conditionInvalid({ fields: found, values: { count: found.length } })
}

/**
 * Throws `condition_invalid` when something that is asked, here or in a segment, is not there any more. Nobody
 * knows the answer then: to act as if it were no would make everybody fit a condition that says *not*.
 */
export function requireAskable(ctx: Ctx, { root }: Resolved): void {
  const fields = nodesOf(root).flatMap((node): FieldProblem[] => {
    if (node.kind === 'segment' && !node.of)
      return [{ path: `${node.path}.segment`, message: render(faults.segmentGone, ctx.locale) }]
    if (node.kind === 'field' && !node.field) {
      const values = { key: node.condition.field }
      return [{ path: `${node.path}.field`, message: render(faults.fieldGone, ctx.locale, values) }]
    }
    return []
  })
  if (fields.length > 0) throw audienceProblems.conditionInvalid({ fields, values: { count: fields.length } })
}

function checkField(
  { path, condition, field }: FieldNode,
  ctx: Ctx,
  fault: (path: string, message: Message, values?: Record<string, string | number>) => void,
): void {
  const { test } = condition
  // Somebody who may not see a field learns nothing about it, not even that it is there: to ask is to see.
  if (!field || !canAskField(ctx.actor, field)) {
    fault(`${path}.field`, faults.fieldGone, { key: condition.field })
    return
  }
  const label = typeof field.label === 'string' ? field.label : render(field.label, ctx.locale)
  if (field.of && condition.of === undefined)
    fault(`${path}.of`, faults.ofMissing, { label: render(field.of.label, ctx.locale) })
  if (!field.of && condition.of !== undefined) fault(`${path}.of`, faults.ofUnwanted)
  if (!testsOf[field.type].includes(test.op)) fault(`${path}.test`, faults.testUnfit, { field: label })
  if (
    'value' in test &&
    (test.value === '' || (Array.isArray(test.value) && test.value.some((each) => each === '')))
  )
    fault(`${path}.test.value`, faults.emptyText)
  if (test.op === 'between' && test.value[0] > test.value[1]) fault(`${path}.test.value`, faults.turnedRange)
}
