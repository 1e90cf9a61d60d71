/**
 * A copy of everything that is kept about a member, for the person (PIPL 45): every module says what it
 * has, a job writes it into one file that only the person can fetch, for a week.
 */
import { Readable } from 'node:stream'
import { z } from 'zod'
import type { Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import type { Declared } from '#base/declarations/declared.ts'
import { render } from '#base/i18n/messages.ts'
import { defineJob, type Schedule } from '#base/jobs/job.ts'
import type { Parts } from '#base/parts.ts'
import { findCommunity } from '#modules/identity/api.ts'
import { labels } from '../members.messages.ts'
import { memberProblems } from '../problems.ts'

/** After this a copy that never came is asked for anew. */
const patience = 3_600_000
const keptFor = 7 * 86_400_000

export interface Copy {
  readonly state: 'none' | 'making' | 'ready'
  readonly requestedAt: Date | null
  readonly readyAt: Date | null
  readonly fileId: Id | null
}

/** The newest copy of a member, or that there is none. */
export async function findCopy(ctx: Ctx, memberId: Id): Promise<Copy> {
  const row = await ctx.db
    .selectFrom('member_copy')
    .leftJoin('file', (join) =>
      join.onRef('file.id', '=', 'member_copy.file_id').on('file.removed_at', 'is', null),
    )
    .select(['member_copy.requested_at', 'member_copy.ready_at', 'file.id as file_id'])
    .where('member_copy.member_id', '=', memberId)
    .orderBy('member_copy.id', 'desc')
    .limit(1)
    .executeTakeFirst()
  const none = { state: 'none', requestedAt: null, readyAt: null, fileId: null } as const
  if (!row) return none
  if (row.ready_at === null) {
    const lost = ctx.now.getTime() - row.requested_at.getTime() > patience
    return lost ? none : { ...none, state: 'making', requestedAt: row.requested_at }
  }
  // After a week the file is swept.
  if (row.file_id === null) return none
  return { state: 'ready', requestedAt: row.requested_at, readyAt: row.ready_at, fileId: row.file_id }
}

/** Asks for a copy; throws `copy_making` while one is on its way. */
export async function askForCopy(
  ctx: Ctx,
  jobs: Parts['jobs'],
  job: ReturnType<typeof makeCopyJob>,
  memberId: Id,
): Promise<void> {
  await transact(ctx, async (tx) => {
    await tx.db.selectFrom('member').select('id').where('id', '=', memberId).forUpdate().execute()
    if ((await findCopy(tx, memberId)).state === 'making') throw memberProblems.copyMaking()
    await tx.db
      .deleteFrom('member_copy')
      .where('member_id', '=', memberId)
      .where('ready_at', 'is', null)
      .execute()
    const jobId = await jobs.enqueue(tx, job, { memberId, locale: ctx.locale })
    await tx.db
      .insertInto('member_copy')
      .values({ member_id: memberId, requested_at: ctx.now, job_id: jobId })
      .execute()
  })
}

export const makeCopyJob = ({ files }: Pick<Parts, 'files'>, declared: Pick<Declared, 'personal'>) =>
  defineJob({
    name: 'members.copy',
    label: labels.copy,
    input: z.object({ memberId: z.string(), locale: z.enum(['zh-CN', 'en']) }),
    run: async (given, { memberId, locale }, run) => {
      const ctx = { ...given, locale }
      const member = await ctx.db
        .selectFrom('member')
        .select('account_id')
        .where('id', '=', memberId)
        .executeTakeFirst()
      // Who left meanwhile wants no copy any more.
      if (!member?.account_id) return { sections: 0 }
      const sections = declared.personal()
      const file = await files.put(ctx, {
        bytes: Readable.from(writeCopy(ctx, memberId, sections, run)),
        purpose: 'members.export',
        name: `my-data-${ctx.now.toISOString().slice(0, 10)}.json`,
        owner: member.account_id,
      })
      await ctx.db
        .updateTable('member_copy')
        .set({ file_id: file.id, ready_at: ctx.now })
        .where('member_id', '=', memberId)
        .where('ready_at', 'is', null)
        .execute()
      return { sections: sections.length }
    },
  })

/** Copies go after a week, with their files: until then a row refers to each file and keeps it. */
export const forgetCopiesJob = defineJob({
  name: 'members.forget_copies',
  label: labels.forgetCopies,
  input: z.object({}),
  run: async (ctx) => {
    const gone = await ctx.db
      .deleteFrom('member_copy')
      .where('requested_at', '<', new Date(ctx.now.getTime() - keptFor))
      .executeTakeFirst()
    return { removed: Number(gone.numDeletedRows) }
  },
})

export const forgetCopiesSchedule: Schedule = {
  job: forgetCopiesJob.name,
  cron: '20 4 * * *',
  zone: 'community',
  why: 'Copies of personal data are kept for a week',
}

/** One JSON document, section by section, so that no more than one section is in memory. */
async function* writeCopy(
  ctx: Ctx,
  memberId: Id,
  sections: ReturnType<Declared['personal']>,
  run: { readonly signal: AbortSignal; progress(done: number, total?: number): Promise<void> },
): AsyncGenerator<string> {
  const community = await findCommunity(ctx)
  const head = { community: community?.name ?? '', madeAt: ctx.now.toISOString(), member: memberId }
  yield `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "sections": [`
  for (const [at, section] of sections.entries()) {
    run.signal.throwIfAborted()
    const held = {
      name: section.name,
      label: render(section.label, ctx.locale),
      kept: render(section.kept, ctx.locale),
      data: (await section.copy(ctx, memberId)) ?? null,
    }
    yield `${at > 0 ? ',' : ''}\n${JSON.stringify(held, null, 2)}`
    await run.progress(at + 1, sections.length)
  }
  yield '\n  ]\n}\n'
}
