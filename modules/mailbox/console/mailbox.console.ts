/** Mail that was kept instead of sent. */
import { defineConsole } from '#ui/console/define.ts'
import { mailboxWords } from './mailbox.words.ts'

export const mailboxConsole = defineConsole({
  nav: [
    {
      area: 'settings',
      path: '/settings/mailbox',
      label: mailboxWords.title,
      order: 90,
      permission: 'mailbox.read',
      icon: 'mail',
      note: mailboxWords.note,
    },
  ],
  routes: [
    {
      path: '/settings/mailbox',
      title: mailboxWords.title,
      permission: 'mailbox.read',
      load: () => import('./MailboxScreen.tsx'),
    },
  ],
})
