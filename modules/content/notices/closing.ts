/** Polls whose hour has come: told once, to who asked and who voted. */
import { sql } from 'kysely'
import { z } from 'zod'
import type { Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { announce } from '#base/facts/fact.ts'
import { defineJob, type Schedule } from '#base/jobs/job.ts'
import { postChanged } from '../facts.ts'
import type { PostKind } from '../shapes.ts'
import { noticeTexts as texts } from './notices.messages.ts'

const batch = 100

/** What closed longer ago is news to nobody: a start after a long stop tells none of it. */
const stillNews = sql`interval '2 days'`

/** Announces every poll that closed by its hour, each in the transaction that notes it. */
export async function tellClosedPolls(ctx: Ctx, signal?: AbortSignal): Promise<number> {
  let told = 0
  for (let rows = batch; rows === batch && !signal?.aborted; told += rows)
    rows = await transact(ctx, async (tx) => {
      const { rows: closed } = await sql<Closed>`
        with due as (select l.post_id from poll l
                      where l.told_at is null and l.closes_at <= ${tx.now}::timestamptz
                      order by l.closes_at limit ${batch} for update skip locked)
        update poll l set told_at = ${tx.now}::timestamptz
          from due, post p where l.post_id = due.post_id and p.id = l.post_id
        returning p.id, p.kind, p.board_id as "boardId", p.author_id as "authorId", p.group_id as "groupId",
                  p.state = 'published' and l.closes_at > ${tx.now}::timestamptz - ${stillNews} as news`.execute(
        tx.db,
      )
      for (const { id, kind, boardId, authorId, groupId, news } of closed)
        if (news)
          await announce(
            tx,
            postChanged,
            { kind, boardId, authorId, how: 'poll_closed' },
            { groupId, object: { kind: 'post', id } },
          )
      return closed.length
    })
  return told
}

interface Closed {
  readonly id: Id
  readonly kind: PostKind
  readonly boardId: Id
  readonly authorId: Id
  readonly groupId: Id
  readonly news: boolean
}

export const closedPollsJob = defineJob({
  name: 'content.tell_closed_polls',
  label: texts.closeJob,
  input: z.object({}),
  keepDays: 7,
  run: async (ctx, _input, run) => ({ told: await tellClosedPolls(ctx, run.signal) }),
})

export const closedPollsSchedule: Schedule = {
  job: 'content.tell_closed_polls',
  cron: '*/5 * * * *',
  zone: 'community',
  why: texts.closeWhy,
}
