import type { z } from 'zod'
import type { Announcement } from './announcements.ts'
import type { announcementAnswer, announcementReport } from './shapes.ts'

export const presentAnnouncement = (row: Announcement): z.input<typeof announcementAnswer> => ({
  id: row.id,
  title: row.title,
  body: row.body,
  pinned: row.pinned,
  mustRead: row.mustRead,
  publishedAt: row.publishedAt.toISOString(),
  editedAt: row.editedAt?.toISOString() ?? null,
  author: row.author,
})

export const presentReport = (row: Announcement): z.input<typeof announcementReport> => ({
  ...presentAnnouncement(row),
  read: row.read,
  members: row.members,
  withdrawnAt: row.withdrawnAt?.toISOString() ?? null,
})
