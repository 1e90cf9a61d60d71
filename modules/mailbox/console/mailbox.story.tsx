import { defineStories, fails } from '#ui/console/story/story.ts'
import { ago, hours, ownerSession } from '#ui/console/story/world.ts'
import type { MailContent } from './MailboxScreen.tsx'

const mails: readonly MailContent[] = [
  {
    id: '31',
    template: 'operator.invitation',
    to: 'tangguo@shanqiu.example',
    state: 'kept',
    createdAt: ago(25),
    subject: '林晓邀请你加入「山丘咖啡」运营团队',
    text: '你好，\n\n林晓邀请你以「社群运营」的角色加入山丘咖啡的运营团队。\n\n打开链接接受邀请：https://hill.example/console/join/3fJk9\n\n链接 7 天内有效。',
    htmlUrl: '/api/mailbox/31/html',
  },
  {
    id: '30',
    template: 'sign-in.link',
    to: 'linxiao@shanqiu.example',
    state: 'sent',
    createdAt: ago(3 * hours),
    subject: '你的登录链接',
    text: '打开链接登录。',
    htmlUrl: null,
  },
  {
    id: '29',
    template: 'password.reset',
    to: 'laozhou@shanqiu.example',
    state: 'failed',
    createdAt: ago(30 * hours),
    subject: null,
    text: null,
    htmlUrl: null,
  },
]

const session = { 'GET /api/session': ownerSession }

export default defineStories({
  group: 'mailbox',
  answers: { 'GET /api/mailbox': { items: mails, next: null }, 'GET /api/mailbox/{id}': mails[0] },
  stories: [
    { name: 'list', path: '/settings/mailbox', answers: session },
    { name: 'mail', path: '/settings/mailbox?mail=31', answers: session },
    {
      name: 'off',
      path: '/settings/mailbox',
      answers: { ...session, 'GET /api/mailbox': fails(404, 'not_found', '没有找到') },
    },
  ],
})
