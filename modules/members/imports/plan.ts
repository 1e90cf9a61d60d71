/** What the columns of a list of people mean: our guess, and whether people can come in by what somebody said. */
import type { Ctx } from '#base/context.ts'
import type { Import } from '#base/imports/import.ts'
import { canEditField, type MemberField } from '../fields/field.ts'
import { findFields } from '../fields/fields.ts'
import { memberProblems } from '../problems.ts'
import { guessParts } from './card.ts'
import { guessColumns } from './guess.ts'
import type { ImportPlan, Target } from './target.ts'

/** Fields that a list may fill. */
export const fitFields = async (ctx: Ctx): Promise<MemberField[]> =>
  (await findFields(ctx)).filter((field) => !field.sensitive && canEditField(ctx.actor, field))

/** What the columns probably are, and the parts of group cards when one of them holds those. */
export async function guessPlan(ctx: Ctx, list: Pick<Import, 'header' | 'samples'>): Promise<ImportPlan> {
  const columns = guessColumns(list.header, list.samples, await fitFields(ctx))
  const card = columns.indexOf('card')
  const count = card < 0 ? 0 : guessParts(list.samples.map((row) => row[card] ?? ''))
  return { columns, existing: 'update', tags: [], origin: '', card: cardOf(count) }
}

/** 城市-昵称, 城市-职业-昵称: the place first, the name last, as most groups ask for it. */
const cardOf = (count: number): (Target | null)[] =>
  Array.from({ length: count }, (_, at) => (at === 0 ? 'city' : at === count - 1 ? 'nickname' : null))

/**
 * Each target once, something to know people by, and no field that a list must not fill. Throws `import_columns_wrong`,
 * `import_field_unfit`.
 */
export async function checkPlan(ctx: Ctx, list: Pick<Import, 'header'>, plan: ImportPlan): Promise<void> {
  const given = [...plan.columns, ...plan.card].filter((target) => target !== null)
  const names =
    plan.columns.includes('nickname') || (plan.columns.includes('card') && plan.card.includes('nickname'))
  const keys = given.some(
    (each) => ['phone', 'email', 'wechat'].includes(each) || each.startsWith('external:'),
  )
  const cardIsRight = plan.columns.includes('card') === plan.card.length > 0 && !plan.card.includes('card')
  if (
    plan.columns.length !== list.header.length ||
    new Set(given).size !== given.length ||
    !(names || keys) ||
    !cardIsRight
  )
    throw memberProblems.importColumnsWrong()
  const fields = await findFields(ctx)
  for (const target of given.filter((each) => each.startsWith('field:'))) {
    const field = fields.find(({ key }) => `field:${key}` === target)
    if (!field || field.sensitive || !canEditField(ctx.actor, field))
      throw memberProblems.importFieldUnfit({
        values: { label: field?.label ?? target.slice('field:'.length) },
      })
  }
}
