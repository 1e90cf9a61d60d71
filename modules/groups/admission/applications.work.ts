/** Applications that wait for a reviewer, as work of the team. */

import { type Said, say } from '#base/declarations/said.ts'
import type { WorkSource } from '#base/declarations/work.ts'
import { defineMessages } from '#base/i18n/messages.ts'
import { countApplications, findApplications } from './applications.ts'

const words = defineMessages({
  label: { zh: '入群申请', en: 'Applications to groups' },
  title: { zh: '{name}申请加入「{group}」', en: '{name} applies to “{group}”' },
  note: {
    zh: '承诺的回复时间还剩 {hours} 小时',
    en: 'An answer is promised within {hours|an hour|{hours} hours}',
  },
  noteLate: {
    zh: '承诺的回复时间已过，先回一句',
    en: 'The answer that was promised is late; send a word first',
  },
  noteCalm: { zh: '已交申请，等你看一眼', en: 'Handed in; waiting for a look' },
  act: { zh: '审核', en: 'Review' },
})

const hourMs = 3_600_000

function noteOf(dueAt: Date | null | undefined, now: Date): Said {
  if (!dueAt) return say(words.noteCalm)
  const hours = Math.ceil((dueAt.getTime() - now.getTime()) / hourMs)
  return hours > 0 ? say(words.note, { hours }) : say(words.noteLate)
}

export const applicationsToReview: WorkSource = {
  name: 'groups.applications',
  kind: 'approval',
  label: words.label,
  permission: 'groups.members',
  staleWith: ['group-applications'],
  find: async (ctx, { limit }) => {
    const [page, total] = await Promise.all([
      findApplications(ctx, { state: 'review' }, { after: undefined, limit }),
      countApplications(ctx, { state: 'review' }),
    ])
    return {
      total,
      items: page.items.map((each) => ({
        key: `application:${each.id}`,
        ...(each.dueAt && each.dueAt < ctx.now ? { kind: 'overdue' as const } : {}),
        title: say(words.title, { name: each.person.nickname, group: each.group.name }),
        note: noteOf(each.dueAt, ctx.now),
        ...(each.submittedAt ? { since: each.submittedAt } : {}),
        ...(each.dueAt ? { dueAt: each.dueAt } : {}),
        act: words.act,
        path: `/groups/${each.groupId}/applications`,
        department: 'operations',
      })),
    }
  },
}
