/** Newcomers to whom nobody has spoken within 24 hours (S3-41), as work of the team. */
import { say } from '#base/declarations/said.ts'
import type { WorkSource } from '#base/declarations/work.ts'
import { defineMessages } from '#base/i18n/messages.ts'
import { countNewcomers, findUnanswered } from './greetings.ts'

const words = defineMessages({
  label: { zh: '新人无人应答', en: 'Newcomers without an answer' },
  title: {
    zh: '{name}加入「{group}」{hours} 小时了，还没有人搭话',
    en: '{name} joined “{group}” {hours} hours ago and nobody has spoken to them',
  },
  titleDays: {
    zh: '{name}加入「{group}」{days} 天了，还没有人搭话',
    en: '{name} joined “{group}” {days} days ago and nobody has spoken to them',
  },
  introduced: { zh: '自我介绍：{words}', en: 'Introduced as: {words}' },
  silent: {
    zh: '还没有自我介绍，可以先打个招呼',
    en: 'No introduction yet; a hello from you opens the door',
  },
  act: { zh: '打招呼', en: 'Say hello' },
})

const dayMs = 86_400_000

export const newcomersToGreet: WorkSource = {
  name: 'groups.newcomers',
  kind: 'answer',
  label: words.label,
  permission: 'groups.members',
  staleWith: ['group-newcomers', 'group-members'],
  find: async (ctx, { limit }) => {
    const before = new Date(ctx.now.getTime() - dayMs)
    // After a week a first word is no longer a welcome; the list of newcomers still has them.
    const since = new Date(ctx.now.getTime() - 7 * dayMs)
    const [rows, total] = await Promise.all([
      findUnanswered(ctx, { since, before }, limit),
      countNewcomers(ctx, { answered: 'no', since, before }),
    ])
    return {
      total,
      items: rows.map((row) => ({
        key: `newcomer:${row.membershipId}`,
        title: say(ctx.now.getTime() - row.joinedAt.getTime() < 2 * dayMs ? words.title : words.titleDays, {
          name: row.cardName || row.nickname,
          group: row.group.name,
          hours: Math.floor((ctx.now.getTime() - row.joinedAt.getTime()) / (dayMs / 24)),
          days: Math.floor((ctx.now.getTime() - row.joinedAt.getTime()) / dayMs),
        }),
        note: row.introduction ? say(words.introduced, { words: row.introduction }) : say(words.silent),
        since: row.joinedAt,
        act: words.act,
        path: `/groups/${row.group.id}/newcomers`,
        department: 'operations',
      })),
    }
  },
}
