/** What is decided about a member: what he wrote, what he reported, how far he is trusted. */
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import type { KeptNotice, NoticeSource, ShownNotice } from '#base/declarations/notices.ts'
import { say } from '#base/declarations/said.ts'
import { type Message, render } from '#base/i18n/messages.ts'
import type { Audience } from '#modules/audience/api.ts'
import { commentChanged, postChanged, postPublished, reportDecided, trustChanged } from '../facts.ts'
import {
  noticeLabels as labels,
  noticeReasons as reasons,
  sections,
  noticeTexts as texts,
} from './notices.messages.ts'
import { isPublic, showWith, type Told } from './showing.ts'
import { idIn, named } from './telling.ts'

/** What is told of the changes of a post, by how it changed; the others are nobody's news. */
const postWords: Readonly<Record<string, Message>> = {
  pending: texts.postPending,
  approved: texts.postApproved,
  rejected: texts.postRejected,
  hidden: texts.postHidden,
  removed: texts.postRemoved,
  restored: texts.postRestored,
  moved: texts.postMoved,
  merged: texts.postMerged,
  locked: texts.postLocked,
  unlocked: texts.postUnlocked,
  closed: texts.postClosed,
  reopened: texts.postReopened,
  pinned: texts.postPinned,
}
const commentWords: Readonly<Record<string, Message>> = {
  approved: texts.commentApproved,
  rejected: texts.commentRejected,
  hidden: texts.commentHidden,
  removed: texts.commentRemoved,
  restored: texts.commentRestored,
}

const wordsFor = ({ notice }: Told): Message | undefined =>
  (notice.objectKind === 'comment' ? commentWords : postWords)[String(notice.props.how)]

/** Posts that the queue of scheduled ones brought out, and not their author's own tap. */
const bySchedule = 'system:content.publish_due'

export function decisionNotices(audience: Audience): readonly NoticeSource[] {
  const moderated: NoticeSource = {
    name: 'content.moderated',
    label: labels.moderated,
    because: reasons.wrote,
    section: sections.own,
    tab: 'system',
    on: postChanged,
    always: true,
    usually: ['inbox', 'push', 'mail'],
    recipients: named((event) => (String(event.props.how) in postWords ? [idIn(event, 'authorId')] : [])),
    // Who decided stands in the audit log, not in the author's inbox.
    together: ({ objectKind, objectId }) => `${objectKind}:${objectId}`,
    show: showWith(audience, (told) => {
      const words = wordsFor(told)
      const { post, comment } = told
      if (!words || !(comment ?? post).own) return undefined
      const { reason } = comment ?? post
      return {
        text: say(words, { title: post.title, board: post.board }),
        ...(reason ? { quote: reason } : comment ? { quote: comment.words } : {}),
        path: comment?.path ?? post.path,
      }
    }),
  }
  return [
    moderated,
    {
      ...moderated,
      on: commentChanged,
      recipients: async (ctx, event, page) =>
        String(event.props.how) in commentWords ? await authorOfComment(ctx, event.objectId, page.after) : [],
    },
    {
      name: 'content.report_decided',
      label: labels.reportDecided,
      because: reasons.reported,
      section: sections.own,
      tab: 'system',
      on: reportDecided,
      tellsDoer: true,
      always: true,
      usually: ['inbox'],
      recipients: named((event) => [event.memberId ?? undefined]),
      about: (event) => ({
        objectKind: 'report',
        objectId: idIn(event, 'reportId') ?? '0',
        props: { upheld: event.props.upheld === true },
      }),
      together: (event) => `report:${idIn(event, 'reportId')}`,
      show: showReports,
    },
    {
      name: 'content.scheduled',
      label: labels.scheduled,
      because: reasons.author,
      section: sections.own,
      tab: 'system',
      on: postPublished,
      tellsDoer: true,
      usually: ['inbox', 'push'],
      recipients: named(({ actor, memberId }) => (actor === bySchedule && memberId ? [memberId] : [])),
      together: ({ objectId }) => `post:${objectId}`,
      show: showWith(audience, (told) =>
        isPublic(told)
          ? { text: say(texts.scheduled, { title: told.post.title }), path: told.post.path }
          : undefined,
      ),
    },
    {
      name: 'content.trust',
      label: labels.trust,
      because: reasons.yours,
      section: sections.own,
      tab: 'system',
      on: trustChanged,
      tellsDoer: true,
      usually: ['inbox'],
      recipients: named(({ memberId }) => [memberId ?? undefined]),
      together: () => 'trust',
      show: showTrust,
    },
  ]
}

async function authorOfComment(ctx: Ctx, commentId: Id | null, after: Id): Promise<readonly Id[]> {
  if (!commentId) return []
  const row = await ctx.db
    .selectFrom('comment')
    .select('author_id')
    .where('id', '=', commentId)
    .executeTakeFirst()
  return row && BigInt(row.author_id) > BigInt(after) ? [row.author_id] : []
}

/** What became of a report, with the answer that the team wrote. Not what it was about: that may be gone for good. */
async function showReports(ctx: Ctx, notices: readonly KeptNotice[]): Promise<ReadonlyMap<Id, ShownNotice>> {
  const me = ctx.actor.kind === 'account' ? ctx.actor.memberId : undefined
  const rows = await ctx.db
    .selectFrom('content_report')
    .select(['id', 'answer', 'state', 'post_id as postId'])
    .where(
      'id',
      'in',
      notices.map(({ objectId }) => objectId ?? '0'),
    )
    .where('reporter_id', '=', me ?? '0')
    .execute()
  const byId = new Map(rows.map((row) => [row.id, row]))
  return new Map(
    notices.flatMap((notice) => {
      const report = byId.get(notice.objectId ?? '')
      if (!report || report.state === 'open') return []
      const words = report.state === 'upheld' ? texts.reportUpheld : texts.reportDismissed
      const shown = { text: say(words), path: '/inbox', ...(report.answer ? { quote: report.answer } : {}) }
      return [[notice.id, shown] as const]
    }),
  )
}

async function showTrust(ctx: Ctx, notices: readonly KeptNotice[]): Promise<ReadonlyMap<Id, ShownNotice>> {
  const levels = await ctx.db.selectFrom('trust_level').select(['rank', 'name']).execute()
  return new Map(
    notices.map((notice) => {
      const { from, to } = notice.props as { from?: number; to?: number }
      const name = levels.find(({ rank }) => rank === to)?.name
      const level = name || render(texts.levelNumber, ctx.locale, { rank: to ?? 0 })
      const words = (to ?? 0) > (from ?? 0) ? texts.trustUp : texts.trustDown
      return [notice.id, { text: say(words, { level }), path: '/me/trust' }]
    }),
  )
}
