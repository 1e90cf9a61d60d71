/** Posts that wait for their hour. */
import { sql } from 'kysely'
import { z } from 'zod'
import type { Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { ask } from '#base/facts/gate.ts'
import type { Document } from '#base/html/document.ts'
import { defineMessages, render } from '#base/i18n/messages.ts'
import { defineJob, type Schedule } from '#base/jobs/job.ts'
import { declareFailpoints } from '#base/testing/failpoint.ts'
import type { Audience } from '#modules/audience/api.ts'
import { type BoardStanding, findBoardStandings } from '#modules/groups/api.ts'
import { findCommunity } from '#modules/identity/api.ts'
import type { AccessedPost } from '../access.ts'
import { mayPublish } from '../gates.ts'
import { contentProblems } from '../problems.ts'
import type { PostState } from '../shapes.ts'
import { readWords } from '../words.ts'
import { beginDraft } from './drafts.ts'
import { findPollInput } from './editing.ts'
import { type HeldPost, lockPost, tellChange } from './locking.ts'
import { postProblems } from './problems.ts'
import { findKinds, requireMayPost, takes } from './publish.ts'
import { wordsAsked } from './taking.ts'
import { bringIntoSight, setState } from './visibility.ts'

const failpoint = declareFailpoints('content.due.shown')

const words = defineMessages({
  job: { zh: '发布到点的帖子', en: 'Publish posts whose hour has come' },
  why: { zh: '定时发布的帖子到点出现', en: 'Posts with an hour appear at it' },
  lost: {
    zh: '到了定时发布的时间，但你已不能在这个版块发帖',
    en: 'Its hour came, but you may no longer post on this board',
  },
  refused: {
    zh: '到了定时发布的时间，但内容未通过：{because}',
    en: 'Its hour came, but it was refused: {because}',
  },
})

/**
 * Publishes what is due, each post in a transaction of its own: a run that was killed leaves each either waiting
 * or published and announced, and the next run goes on. Several runs at once pass each other by.
 */
export async function publishDue(
  ctx: Ctx,
  audience: Audience,
  signal?: AbortSignal,
): Promise<{ published: number; held: number; refused: number }> {
  const done = { published: 0, held: 0, refused: 0 }
  let after = '0'
  while (!signal?.aborted) {
    const next = await publishNext(ctx, audience, after)
    if (!next) break
    after = next.id
    if (next.state === 'published') done.published++
    else if (next.state === 'pending') done.held++
    else if (next.state === 'removed') done.refused++
  }
  return done
}

async function publishNext(
  ctx: Ctx,
  audience: Audience,
  after: Id,
): Promise<{ id: Id; state: PostState } | undefined> {
  const due = await ctx.db
    .selectFrom('post')
    .select(['id', 'board_id as boardId', 'author_id as authorId'])
    .where('state', '=', 'scheduled')
    .where('publish_at', '<=', ctx.now)
    .where('id', '>', after)
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  if (!due) return undefined
  // Rights are read before the lock is taken: a segment may have to ask the warehouse.
  const board = (await findBoardStandings(ctx, audience, { boardIds: [due.boardId], as: due.authorId })).get(
    due.boardId,
  )
  return await transact(ctx, async (tx) => {
    const { rows } = await sql<{ id: Id }>`
      select id from post where id = ${due.id}::bigint and state = 'scheduled' and publish_at <= ${tx.now}
         for no key update skip locked`.execute(tx.db)
    if (rows.length === 0) return { id: due.id, state: 'scheduled' as const }
    const post = await lockPost(tx, due.id)
    const locale = (await findCommunity(tx))?.locale === 'en' ? 'en' : 'zh-CN'
    const may = board?.may.has('post') && !(await isSuspended(tx, post.authorId))
    const kinds = await findKinds(tx, [post.boardId])
    if (!may || !takes(kinds.get(post.boardId) ?? [], post.kind, board?.hosts ?? false))
      return await refuse(tx, post, render(words.lost, locale))
    const verdict = await askAgain(tx, post)
    if (!verdict.allowed)
      return await refuse(
        tx,
        post,
        render(words.refused, locale, { because: render(verdict.because, locale) }),
      )
    if ('held' in verdict) {
      await setState(tx, post, 'pending', '')
      await tellChange(tx, post, 'pending')
      return { id: post.id, state: 'pending' as const }
    }
    await bringIntoSight(tx, post)
    await failpoint('content.due.shown')
    return { id: post.id, state: 'published' as const }
  })
}

async function refuse(tx: Ctx, post: HeldPost, reason: string): Promise<{ id: Id; state: PostState }> {
  await setState(tx, post, 'removed', reason)
  await tellChange(tx, post, 'rejected', { reason })
  return { id: post.id, state: 'removed' }
}

async function isSuspended(ctx: Ctx, memberId: Id): Promise<boolean> {
  const { rows } = await sql`
    select from member m join account_suspension s on s.account_id = m.account_id
     where m.id = ${memberId}::bigint`.execute(ctx.db)
  return rows.length > 0
}

async function askAgain(tx: Ctx, post: HeldPost) {
  const body = await tx.db
    .selectFrom('post_body')
    .select(sql<Document>`document`.as('document'))
    .where('post_id', '=', post.id)
    .executeTakeFirstOrThrow()
  const { plain, files, links } = readWords(body.document)
  const poll = await findPollInput(tx, post.id)
  return await ask(tx, mayPublish, {
    what: 'post',
    memberId: post.authorId,
    groupId: post.groupId,
    boardId: post.boardId,
    text: wordsAsked(post.title, plain, poll),
    files: [...files],
    links: [...links],
  })
}

/**
 * Gives a waiting post of one's own another hour, or publishes it now (null, or an hour that is over), for which
 * everything is asked that its hour would ask. Throws `not_scheduled`, `schedule_too_far`, and for now:
 * `may_not_post`, `kind_refused`, `refused_by_team`.
 */
export async function changeHour(
  ctx: Ctx,
  { id: postId, board }: AccessedPost,
  publishAt: Date | null,
): Promise<void> {
  await transact(ctx, async (tx) => {
    const post = await lockPost(tx, postId)
    if (post.state !== 'scheduled') throw postProblems.notScheduled()
    if (publishAt === null || publishAt <= tx.now) return await publishNow(tx, post, board)
    if (publishAt.getTime() - tx.now.getTime() > 366 * 86_400_000) throw postProblems.scheduleTooFar()
    await tx.db.updateTable('post').set({ publish_at: publishAt }).where('id', '=', postId).execute()
    await tellChange(tx, post, 'scheduled', { to: publishAt.toISOString() })
  })
}

async function publishNow(tx: Ctx, post: HeldPost, board: BoardStanding): Promise<void> {
  await requireMayPost(tx, board, post.kind)
  const verdict = await askAgain(tx, post)
  if (!verdict.allowed)
    throw contentProblems.refusedByTeam({ values: { because: render(verdict.because, tx.locale) } })
  if (!('held' in verdict)) return await bringIntoSight(tx, post)
  await setState(tx, post, 'pending', '')
  await tellChange(tx, post, 'pending')
}

/** Takes a waiting post back into the author's drafts; resolves to the draft's id. Throws `not_scheduled`. */
export async function unschedule(ctx: Ctx, audience: Audience, postId: Id): Promise<Id> {
  return await transact(ctx, async (tx) => {
    const post = await lockPost(tx, postId)
    if (post.state !== 'scheduled') throw postProblems.notScheduled()
    const body = await tx.db
      .selectFrom('post_body')
      .select(sql<Document>`document`.as('document'))
      .where('post_id', '=', postId)
      .executeTakeFirstOrThrow()
    const draft = await beginDraft(tx, audience, post.authorId, {
      postId: null,
      boardId: post.boardId,
      kind: post.kind,
      title: post.title,
      document: body.document,
      extras: {
        poll: await findPollInput(tx, postId),
        columnId: post.columnId,
        publishAt: post.publishAt?.toISOString() ?? null,
      },
      device: '',
    })
    await tellChange(tx, post, 'unscheduled')
    await tx.db.deleteFrom('post').where('id', '=', postId).execute()
    return draft.id
  })
}

export const publishDueJob = (audience: Audience) =>
  defineJob({
    name: 'content.publish_due',
    label: words.job,
    input: z.object({}),
    keepDays: 7,
    run: async (ctx, _input, run) => await publishDue(ctx, audience, run.signal),
  })

export const publishDueSchedule: Schedule = {
  job: 'content.publish_due',
  cron: '* * * * *',
  zone: 'Asia/Shanghai',
  why: words.why,
}
