/** Mail: the jobs that send it, and the mailbox screen where it is kept. */
import { mailReleaseJob, mailReleaseSchedule } from '#base/mail/release.ts'
import { mailSendJob } from '#base/mail/send.ts'
import { mailSettings } from '#base/mail/settings.ts'
import { mailSweepJob, mailSweepSchedule } from '#base/mail/sweep.ts'
import { defineModule, type Module } from '#base/module.ts'
import type { Parts } from '#base/parts.ts'
import { mailboxLabels } from './mailbox.messages.ts'
import { mailboxRoutes, readMailbox } from './mailbox.routes.ts'

export const mailboxModule = (parts: Parts): Module => {
  const settings = mailSettings(parts)
  return defineModule({
    name: 'mailbox',
    permissions: [
      // Whoever reads it can sign in as anybody who asks for a link, the owner too: only those who may do everything anyway.
      { name: readMailbox, label: mailboxLabels.read, roles: ['owner'] },
    ],
    routes: mailboxRoutes(parts),
    jobs: [mailSendJob(settings), mailSweepJob(settings), mailReleaseJob({ ...settings, jobs: parts.jobs })],
    schedule: [mailSweepSchedule, mailReleaseSchedule],
  })
}
