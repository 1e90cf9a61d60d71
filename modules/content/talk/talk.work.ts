/** What waits for the team where people talk: first answers, ends, and reports. */
import { type Said, say } from '#base/declarations/said.ts'
import type { WorkSource } from '#base/declarations/work.ts'
import { render } from '#base/i18n/messages.ts'
import { excerptOf } from '../words.ts'
import { countCases, findCases } from './deciding.ts'
import { reasonLabels, workWords as words } from './talk.messages.ts'
import { countWaiting, findPressing, findWaiting, type Waiting } from './waiting.ts'

const dayMs = 86_400_000
const daysSince = (now: Date, at: Date) => Math.max(1, Math.floor((now.getTime() - at.getTime()) / dayMs))

/** Up to so many are shown one by one; more of a kind that can wait are one row. */
const fewEnough = 3
const oldDays = 7
const isOld = (now: Date, at: Date) => now.getTime() - at.getTime() > oldDays * dayMs

const titleOf = ({ title, excerpt }: Pick<Waiting, 'title' | 'excerpt'>) => title || excerptOf(excerpt, 40)

export const unansweredQuestions: WorkSource = {
  name: 'content.unanswered',
  kind: 'answer',
  label: words.unanswered,
  permission: 'content.moderate',
  staleWith: ['posts', 'content-questions'],
  find: async (ctx, { limit }) => {
    const all = await findPressing(ctx)
    // Nobody promised these anything and they are old: one row says so, the list shows them.
    const old = all.filter((each) => each.dueAt === null && isOld(ctx.now, each.publishedAt))
    const bundled = old.length > fewEnough ? old : []
    const pressing = all.filter((each) => !bundled.includes(each))
    const last = (minutes: number) =>
      minutes < 120
        ? render(words.minutes, ctx.locale, { count: minutes })
        : render(words.hours, ctx.locale, { count: Math.round(minutes / 60) })
    const note = (each: Waiting): Said => {
      const board = `${each.group.name} · ${each.board.name}`
      if (each.answerMinutes === null)
        return say(words.noPromise, { board, days: daysSince(ctx.now, each.publishedAt) })
      return say(each.overdue ? words.broken : words.promised, {
        board,
        waited: last(each.waitedMinutes),
        promised: last(each.answerMinutes),
      })
    }
    return {
      total: pressing.length + (bundled.length > 0 ? 1 : 0),
      items: [
        ...pressing.map((each) => ({
          key: `question:${each.id}`,
          ...(each.overdue ? { kind: 'overdue' as const } : {}),
          title: say(words.unansweredTitle, { title: titleOf(each) }),
          note: note(each),
          since: each.publishedAt,
          ...(each.dueAt ? { dueAt: each.dueAt } : {}),
          act: words.answer,
          path: `/content/questions?question=${each.id}`,
          department: 'operations',
        })),
        ...bundled.slice(0, 1).map((oldest) => ({
          key: 'questions:old',
          title: say(words.oldTitle, { count: bundled.length }),
          note: say(words.oldNote, {
            title: titleOf(oldest),
            days: daysSince(ctx.now, oldest.publishedAt),
          }),
          since: oldest.publishedAt,
          act: words.answer,
          path: '/content/questions',
          department: 'operations',
        })),
      ].slice(0, limit),
    }
  },
}

export const stalledQuestions: WorkSource = {
  name: 'content.stalled',
  kind: 'answer',
  label: words.stalled,
  permission: 'content.moderate',
  staleWith: ['posts', 'content-questions'],
  find: async (ctx, { limit }) => {
    const [{ items }, total] = await Promise.all([
      findWaiting(ctx, { what: 'stalled' }, { after: undefined, limit }),
      countWaiting(ctx, { what: 'stalled' }),
    ])
    const oldest = items[0]
    if (oldest && total > fewEnough)
      return {
        total: 1,
        items: [
          {
            key: 'stalled:all',
            title: say(words.stalledAll, { count: total }),
            note: say(words.oldNote, { title: titleOf(oldest), days: daysSince(ctx.now, oldest.activeAt) }),
            since: oldest.activeAt,
            act: words.settle,
            path: '/content/questions?what=stalled',
            department: 'operations',
          },
        ],
      }
    return {
      total,
      items: items.map((each) => ({
        key: `stalled:${each.id}`,
        title: say(words.stalledTitle, {
          title: titleOf(each),
          days: daysSince(ctx.now, each.activeAt),
        }),
        note: say(words.stalledNote, {
          board: `${each.group.name} · ${each.board.name}`,
          count: each.commentCount,
        }),
        since: each.activeAt,
        act: words.settle,
        path: `/content/questions?what=stalled&question=${each.id}`,
        department: 'operations',
      })),
    }
  },
}

export const reportsToDecide: WorkSource = {
  name: 'content.reports',
  kind: 'approval',
  label: words.reports,
  permission: 'content.moderate',
  staleWith: ['content-reports'],
  find: async (ctx, { limit }) => {
    const open = { state: 'open' } as const
    const [{ items }, total] = await Promise.all([
      findCases(ctx, open, { after: undefined, limit }),
      countCases(ctx, open),
    ])
    return {
      total,
      items: items.map((each) => ({
        key: `report:${each.postId}:${each.commentId ?? ''}`,
        title: say(each.commentId ? words.reportComment : words.reportPost, {
          name: each.author.name,
          count: each.reports.length,
        }),
        note: say(words.reportNote, {
          reason: render(reasonLabels[each.reports[0]!.reason], ctx.locale),
          words: excerptOf(each.title || each.words, 60),
        }),
        since: each.since,
        // Against the law, or somebody's privacy: people are affected now.
        ...(each.reports.some(({ reason }) => reason === 'illegal' || reason === 'privacy')
          ? { urgent: true }
          : {}),
        act: words.decide,
        path: `/content/reports?case=${each.commentId ? `${each.postId}:${each.commentId}` : each.postId}`,
        department: 'operations',
      })),
    }
  },
}
