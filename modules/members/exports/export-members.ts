/**
 * Members as a file. The job reads page by page and writes row by row, so memory does not grow with
 * the community; cells that a spreadsheet would run are neutralised where CSV is written.
 */
import { Readable } from 'node:stream'
import { z } from 'zod'
import type { Ctx } from '#base/context.ts'
import { render } from '#base/i18n/messages.ts'
import { defineJob, type JobRun } from '#base/jobs/job.ts'
import type { Parts } from '#base/parts.ts'
import { type Cell, writeCsv } from '#base/text/csv-write.ts'
import { columnLabels, labels } from '../members.messages.ts'
import { memberFilter, type Understood } from '../people/filter.ts'
import { countMembers, findMembers, type Member, type Place } from '../people/members.sql.ts'
import { type FilterParts, understandFilter } from '../people/understand-filter.ts'

export const exportColumns = [
  'id',
  'nickname',
  'city',
  'channel',
  'tags',
  'joinedAt',
  'lastSeenAt',
  'bio',
] as const
export type ExportColumn = (typeof exportColumns)[number]

const pageSize = 1_000

/** The file of the members that fit the filter now; later joiners are not in it. */
export const exportMembersJob = (files: Parts['files'], filters: FilterParts) =>
  defineJob({
    name: 'members.export',
    label: labels.exportMembers,
    input: z.object({
      filter: memberFilter,
      columns: z.array(z.enum(exportColumns)).min(1),
      locale: z.enum(['zh-CN', 'en']),
      /** Who asked, for the name of the file. */
      askedBy: z.string(),
    }),
    run: async (ctx, input, run) => {
      const owner = run.requestedBy.match(/^account:(\d+)$/)?.[1]
      const filter = await understandFilter(ctx, filters, input.filter)
      const total = await countMembers(ctx, filter)
      const counted = { rows: 0 }
      const heading = input.columns.map((column) => render(columnLabels[column], input.locale))
      const text = writeCsv(heading, rowsOf(ctx, filter, input.columns, run, { total, counted }))
      const file = await files.put(ctx, {
        bytes: Readable.from(text),
        purpose: 'members.export',
        name: `members-${ctx.now.toISOString().slice(0, 10)}-${input.askedBy}.csv`,
        type: 'text/csv',
        // Private to the one who asked: the job itself acts for nobody.
        ...(owner ? { owner } : {}),
      })
      return { fileId: file.id, url: file.url, rows: counted.rows }
    },
  })

/** Rows in the order of joining. Stops between pages when the job is cancelled. */
export async function* rowsOf(
  ctx: Ctx,
  filter: Understood,
  columns: readonly ExportColumn[],
  run: Pick<JobRun, 'signal' | 'progress'>,
  { total, counted }: { total: number; counted: { rows: number } },
): AsyncGenerator<Cell[]> {
  let after: Place | undefined
  do {
    run.signal.throwIfAborted()
    const page = await findMembers(ctx, filter, { sort: 'joinedAt', after, limit: pageSize })
    for (const member of page.items) yield columns.map((column) => cell(member, column))
    counted.rows += page.items.length
    await run.progress(counted.rows, Math.max(total, counted.rows))
    after = page.next ?? undefined
  } while (after)
}

function cell(member: Member, column: ExportColumn): Cell {
  return column === 'tags' ? member.tags.join('、') : member[column]
}
