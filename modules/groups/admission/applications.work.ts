/** Applications that wait for a reviewer, as work of the team. */

import { say } from '#base/declarations/said.ts'
import type { WorkSource } from '#base/declarations/work.ts'
import { defineMessages } from '#base/i18n/messages.ts'
import { countApplications, findApplications } from './applications.ts'

const words = defineMessages({
  label: { zh: '入群申请', en: 'Applications to groups' },
  title: { zh: '{name}申请加入「{group}」', en: '{name} applies to “{group}”' },
  note: { zh: '{city} · 答应 {due} 前回复', en: '{city} · an answer is promised by {due}' },
  noteCalm: { zh: '已交申请，等你看一眼', en: 'Handed in; waiting for a look' },
  act: { zh: '审核', en: 'Review' },
})

const dayMs = 86_400_000

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
        note:
          each.dueAt && each.person.city
            ? say(words.note, {
                city: each.person.city,
                due: `${Math.max(0, Math.ceil((each.dueAt.getTime() - ctx.now.getTime()) / (dayMs / 24)))} h`,
              })
            : say(words.noteCalm),
        ...(each.submittedAt ? { since: each.submittedAt } : {}),
        ...(each.dueAt ? { dueAt: each.dueAt } : {}),
        act: words.act,
        path: `/groups/${each.groupId}/applications`,
        department: 'operations',
      })),
    }
  },
}
