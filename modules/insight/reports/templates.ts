/** What each kind of report holds, and in which order; operators choose. */
import { sql } from 'kysely'
import { describeActor } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { audit } from '#modules/identity/api.ts'
import { type ReportKind, type SectionName, sectionNames, usualSections } from './kinds.ts'

/** Sections of a kind in their order; those that the product knows no more are left out. */
export async function findSections(ctx: Ctx, kind: ReportKind): Promise<readonly SectionName[]> {
  const row = await ctx.db
    .selectFrom('report_template')
    .select(sql<readonly string[]>`sections`.as('sections'))
    .where('kind', '=', kind)
    .executeTakeFirst()
  return row
    ? sectionNames.filter((name) => row.sections.includes(name)).toSorted(by(row.sections))
    : usualSections[kind]
}

const by = (order: readonly string[]) => (one: string, other: string) =>
  order.indexOf(one) - order.indexOf(other)

/** Holds from the next report that is made. */
export async function changeSections(
  ctx: Ctx,
  kind: ReportKind,
  sections: readonly SectionName[],
): Promise<void> {
  await transact(ctx, async (tx) => {
    const values = {
      sections: JSON.stringify(sections),
      changed_at: tx.now,
      changed_by: describeActor(tx.actor),
    }
    await tx.db
      .insertInto('report_template')
      .values({ kind, ...values })
      .onConflict((conflict) => conflict.column('kind').doUpdateSet(values))
      .execute()
    await audit(tx, 'report.template_changed', { kind: 'report_template', id: kind }, { sections })
  })
}
