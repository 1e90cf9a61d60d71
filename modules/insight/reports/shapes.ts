/** Reports as they are sent and answered. */
import { z } from 'zod'
import { moment } from '#base/http/schemas.ts'
import { section } from './body.ts'
import { reportKinds, sectionNames } from './kinds.ts'

export const reportKind = z.enum(reportKinds)

export const reportHead = z.object({
  id: z.string(),
  kind: reportKind,
  title: z.string(),
  from: z.iso.date(),
  to: z.iso.date(),
  groupId: z.string().nullable(),
  groupName: z.string().nullable(),
  version: z.int(),
  state: z.enum(['making', 'ready', 'failed']),
  jobId: z.string().nullable().describe('Of the job that makes it, while it is made'),
  madeAt: moment.nullable(),
  freshTo: moment.nullable().describe('Up to when figures were complete'),
  problem: z.string().nullable(),
  says: z.string().nullable().describe('Its first sentence'),
})

export const reportAnswer = reportHead.extend({
  zone: z.string(),
  made: z.string().describe('When it was made, of which data, in words'),
  summary: z.string(),
  nextSteps: z.string(),
  notesVersion: z.int(),
  notesAt: moment.nullable(),
  notesByName: z.string().nullable(),
  sections: z.array(section),
  versions: z.array(z.object({ id: z.string(), version: z.int(), madeAt: moment.nullable() })),
  can: z.object({
    write: z.boolean(),
    makeAgain: z.boolean(),
    share: z.boolean(),
    pdf: z.boolean().describe('There is a Chromium on the server'),
  }),
})

export const templateAnswer = z.object({
  kind: reportKind,
  sections: z.array(z.enum(sectionNames)),
  all: z.array(z.object({ name: z.enum(sectionNames), label: z.string() })),
  can: z.object({ change: z.boolean() }),
})
