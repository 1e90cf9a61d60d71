/**
 * Removes files that nothing refers to. What refers to a file is read from the database itself: every
 * foreign key to `file`, of whichever module, counts. Nothing has to be registered, so nothing is forgotten.
 */
import { sql } from 'kysely'
import { z } from 'zod'
import { type Ctx, transact } from '../context.ts'
import { defineMessages } from '../i18n/messages.ts'
import { defineJob, type Schedule } from '../jobs/job.ts'
import type { FileStore } from './store.ts'

const messages = defineMessages({
  sweep: { zh: '清理无用文件', en: 'Remove unused files' },
})

export const fileSweepJob = (store: () => FileStore) =>
  defineJob({
    name: 'files.sweep',
    label: messages.sweep,
    input: z.object({}),
    run: async (ctx, _input, run) => {
      let removed = 0
      while (!run.signal.aborted && (await removeOne(ctx, store()))) await run.progress(++removed)
      return { removed }
    },
  })

export const fileSweepSchedule: Schedule = {
  job: 'files.sweep',
  cron: '40 * * * *',
  zone: 'Asia/Shanghai',
  why: 'Uploads that nobody used are removed after a day, exports after a week',
}

/** Removes one file that is due, bytes first: after a crash in between the next run does it again. */
export async function removeOne(ctx: Ctx, store: FileStore): Promise<boolean> {
  const references = await findReferences(ctx)
  return await transact(ctx, async (tx) => {
    const unreferenced = ({ table, column }: Reference) =>
      sql<boolean>`not exists (select from ${sql.table(table)} where ${sql.ref(`${table}.${column}`)} = file.id)`
    // A file that was removed goes although it is referred to, unless that key forbids it.
    const restricting = references.filter((reference) => reference.restricts)
    // The lock makes whoever starts to refer to this file wait, and then fail, instead of losing it.
    const due = await tx.db
      .selectFrom('file')
      .where((each) =>
        each.or([
          each.and([
            each('removed_at', 'is not', null),
            ...restricting.map((reference) => each(unreferenced(reference), '=', true)),
          ]),
          each.and([
            each('keep_until', '<', ctx.now),
            ...references.map((reference) => each(unreferenced(reference), '=', true)),
          ]),
        ]),
      )
      .orderBy('id')
      .limit(1)
      .forUpdate()
      .skipLocked()
      .select('id')
      .executeTakeFirst()
    if (!due) return false
    const variants = await tx.db
      .selectFrom('file_variant')
      .where('file_id', '=', due.id)
      .select('storage_key')
      .execute()
    for (const { storage_key } of variants) await store.remove(storage_key)
    await tx.db.deleteFrom('file').where('id', '=', due.id).execute()
    return true
  })
}

interface Reference {
  readonly table: string
  readonly column: string
  /** Deleting the file while something refers to it is an error for this key. */
  readonly restricts: boolean
}

/** Columns of other tables that refer to files. */
async function findReferences(ctx: Ctx): Promise<readonly Reference[]> {
  const { rows } = await sql<Reference>`
    select con.conrelid::regclass::text as "table", att.attname as "column",
           con.confdeltype in ('a', 'r') as "restricts"
      from pg_constraint con
      join pg_attribute att on att.attrelid = con.conrelid and att.attnum = con.conkey[1]
     where con.contype = 'f' and con.confrelid = 'file'::regclass
       and con.conrelid <> 'file_variant'::regclass and con.conparentid = 0`.execute(ctx.db)
  return rows
}
