/** Requests about personal data wait on Today: the law gives them a term. */
import { say } from '#base/declarations/said.ts'
import type { WorkSource } from '#base/declarations/work.ts'
import { defineMessages } from '#base/i18n/messages.ts'
import { countOpenRequests, findRequests } from './requests.ts'

const words = defineMessages({
  label: { zh: '个人信息请求', en: 'Requests about personal data' },
  export: { zh: '{name} 要一份个人信息副本', en: '{name} asks for a copy of their data' },
  delete: { zh: '{name} 要求注销账号', en: '{name} asks for the account to be closed' },
  note: { zh: '法定时限内答复，到期 {due}', en: 'To be answered by {due}, as the law asks' },
  act: { zh: '去处理', en: 'Answer' },
})

const soon = 3 * 86_400_000

export const dataRequestsWaiting: WorkSource = {
  name: 'identity.data_requests',
  kind: 'approval',
  label: words.label,
  permission: 'data_requests.manage',
  staleWith: ['data-requests'],
  find: async (ctx, { limit }) => {
    const { items } = await findRequests(ctx, { open: true, after: undefined, limit })
    const { open } = await countOpenRequests(ctx)
    return {
      items: items.map((row) => ({
        key: `data_request:${row.id}`,
        ...(row.due_at < ctx.now ? { kind: 'overdue' as const } : {}),
        title: say(row.kind === 'delete' ? words.delete : words.export, { name: row.name }),
        note: say(words.note, { due: row.due_at.toISOString().slice(0, 10) }),
        since: row.requested_at,
        dueAt: row.due_at,
        urgent: row.due_at.getTime() - ctx.now.getTime() < soon,
        act: words.act,
        path: '/members/privacy',
      })),
      total: open,
    }
  },
}
