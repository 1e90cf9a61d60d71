/**
 * Members as a file. The job reads page by page and writes row by row, so memory does not grow with
 * the community; cells that a spreadsheet would run are neutralised where files are written.
 */
import { Readable } from 'node:stream'
import { z } from 'zod'
import type { Ctx } from '#base/context.ts'
import { type Locale, render } from '#base/i18n/messages.ts'
import { defineJob, type JobRun } from '#base/jobs/job.ts'
import type { Parts } from '#base/parts.ts'
import { type Cell, writeCsv } from '#base/text/csv-write.ts'
import { writeXlsx } from '#base/text/xlsx-write.ts'
import { type Contact, findContacts } from '../contacts/contacts.ts'
import type { MemberField } from '../fields/field.ts'
import { findFields } from '../fields/fields.ts'
import { maskValue, sayValue } from '../fields/value.ts'
import { findValues, type HeldValue, openValue } from '../fields/values.sql.ts'
import { columnLabels, labels } from '../members.messages.ts'
import { memberFilter, type Understood } from '../people/filter.ts'
import { countMembers, findMembers, type Member, type Place } from '../people/members.sql.ts'
import { type FilterParts, understandFilter } from '../people/understand-filter.ts'
import type { Vault } from '../vault.ts'
import {
  type ContactColumn,
  contactColumns,
  type ExportColumn,
  exportColumn,
  type Openness,
} from './export-columns.ts'

const pageSize = 1_000

/** The file of the members that fit the filter now; later joiners are not in it. */
export const exportMembersJob = (files: Parts['files'], filters: FilterParts) =>
  defineJob({
    name: 'members.export',
    label: labels.exportMembers,
    input: z.object({
      filter: memberFilter,
      columns: z.array(exportColumn).min(1),
      format: z.enum(['csv', 'xlsx']).default('csv'),
      open: z
        .object({ contacts: z.boolean(), fields: z.array(z.string()) })
        .default({ contacts: false, fields: [] }),
      locale: z.enum(['zh-CN', 'en']),
      /** Who asked, for the name of the file. */
      askedBy: z.string(),
    }),
    run: async (ctx, input, run) => {
      const owner = run.requestedBy.match(/^account:(\d+)$/)?.[1]
      const filter = await understandFilter(ctx, filters, input.filter)
      const total = await countMembers(ctx, filter)
      const counted = { rows: 0 }
      const fields = await findFields(ctx)
      const heading = input.columns.map((column) => headingOf(column, fields, input.locale))
      const sheet: Sheet = { ...input, fields, vault: filters.vault }
      const rows = rowsOf(ctx, filter, sheet, run, { total, counted })
      const file = await files.put(ctx, {
        bytes:
          input.format === 'xlsx'
            ? Readable.fromWeb(
                writeXlsx(
                  render(labels.exportMembers, input.locale),
                  heading.map((name) => ({ heading: name })),
                  rows,
                ) as import('node:stream/web').ReadableStream,
              )
            : Readable.from(writeCsv(heading, rows)),
        purpose: 'members.export',
        name: `members-${ctx.now.toISOString().slice(0, 10)}-${input.askedBy}.${input.format}`,
        // Private to the one who asked: the job itself acts for nobody.
        ...(owner ? { owner } : {}),
      })
      return { fileId: file.id, url: file.url, rows: counted.rows }
    },
  })

interface Sheet {
  readonly columns: readonly ExportColumn[]
  readonly fields: readonly MemberField[]
  readonly open: Openness
  readonly locale: Locale
  readonly vault: Vault
}

function headingOf(column: ExportColumn, fields: readonly MemberField[], locale: Locale): string {
  if (!column.startsWith('field:')) return render(columnLabels[column as keyof typeof columnLabels], locale)
  const key = column.slice('field:'.length)
  return fields.find((field) => field.key === key)?.label ?? key
}

/** Rows in the order of joining. Stops between pages when the job is cancelled. */
export async function* rowsOf(
  ctx: Ctx,
  filter: Understood,
  sheet: Sheet,
  run: Pick<JobRun, 'signal' | 'progress'>,
  { total, counted }: { total: number; counted: { rows: number } },
): AsyncGenerator<Cell[]> {
  const wantsContacts = sheet.columns.some(isContact)
  const wantsFields = sheet.columns.some((column) => column.startsWith('field:'))
  let after: Place | undefined
  do {
    run.signal.throwIfAborted()
    const page = await findMembers(ctx, filter, { sort: 'joinedAt', after, limit: pageSize })
    const ids = page.items.map(({ id }) => id)
    const contacts = Map.groupBy(wantsContacts ? await findContacts(ctx, ids) : [], (each) => each.memberId)
    const values = Map.groupBy(wantsFields ? await findValues(ctx, ids) : [], (each) => each.memberId)
    for (const member of page.items)
      yield sheet.columns.map((column) =>
        cell(sheet, member, column, contacts.get(member.id) ?? [], values.get(member.id) ?? []),
      )
    counted.rows += page.items.length
    await run.progress(counted.rows, Math.max(total, counted.rows))
    after = page.next ?? undefined
  } while (after)
}

const isContact = (column: ExportColumn): column is ContactColumn =>
  (contactColumns as readonly string[]).includes(column)

function cell(
  { fields, open, locale, vault }: Sheet,
  member: Member,
  column: ExportColumn,
  contacts: readonly Contact[],
  values: readonly HeldValue[],
): Cell {
  if (column === 'tags') return member.tags.join('、')
  if (isContact(column))
    return contacts
      .filter(({ kind }) => kind === column)
      .map(
        (each) =>
          (each.system ? `${each.system} ` : '') + (open.contacts ? vault.open(each.sealed) : each.masked),
      )
      .join('、')
  if (!column.startsWith('field:')) return member[column as keyof Member] as Cell
  const field = fields.find(({ key }) => `field:${key}` === column)
  const held = values.find(({ fieldId }) => fieldId === field?.id)
  if (!field || !held) return ''
  const text = sayValue(field, openValue(vault, held), locale)
  return field.sensitive && !open.fields.includes(field.key) ? maskValue(text) : text
}
