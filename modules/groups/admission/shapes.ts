/** Applications and invitations as JSON. */
import { z } from 'zod'
import { groupBadge } from '../groups/shapes.ts'

export const applicationStates = ['open', 'review', 'waiting', 'accepted', 'refused', 'withdrawn'] as const
export type ApplicationState = (typeof applicationStates)[number]

/** A person wherever one is mentioned in a group. */
export const personAnswer = z.object({
  memberId: z.string(),
  token: z.string(),
  nickname: z.string(),
  avatarUrl: z.string().nullable(),
  city: z.string(),
})

/** What a member gave for a step, as reviewers read it. */
const given = z.object({
  stepId: z.string(),
  kind: z.string(),
  title: z.string(),
  done: z.boolean(),
  lines: z.array(z.object({ label: z.string(), text: z.string() })),
  pictureUrl: z.string().nullable(),
  answeredAt: z.iso.datetime().nullable(),
})

export const applicationAnswer = z.object({
  id: z.string(),
  group: groupBadge,
  person: personAnswer,
  state: z.enum(applicationStates),
  startedAt: z.iso.datetime(),
  submittedAt: z.iso.datetime().nullable(),
  waitingSince: z.iso.datetime().nullable(),
  dueAt: z.iso.datetime().nullable().describe('By when an answer was promised'),
  decidedAt: z.iso.datetime().nullable(),
  decidedBy: z.string().nullable(),
  reason: z.string(),
  note: z.string(),
  given: z.array(given),
  can: z.object({ decide: z.boolean() }),
})

export const invitationAnswer = z.object({
  id: z.string(),
  code: z.string(),
  url: z.string(),
  note: z.string(),
  straight: z.boolean(),
  most: z.int().nullable(),
  used: z.int(),
  endsAt: z.iso.datetime().nullable(),
  endedAt: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
  state: z.enum(['usable', 'usedUp', 'ended']),
})

/** One step as the member sees it: without right answers. */
export const ownStep = z.object({
  id: z.string(),
  kind: z.enum(['invitation', 'form', 'quiz', 'task', 'paid', 'condition', 'review']),
  title: z.string(),
  /** `todo` may be done now · `done` · `missing` what it asks for is not so yet · `blocked` not now (see reason). */
  state: z.enum(['todo', 'done', 'missing', 'blocked', 'later']),
  reason: z.string().nullable(),
  intro: z.string(),
  url: z.string().nullable(),
  proof: z.enum(['check', 'text', 'picture']).nullable(),
  promiseHours: z.int().nullable(),
  form: z
    .array(
      z.object({
        id: z.string(),
        label: z.string(),
        hint: z.string(),
        type: z.enum(['text', 'long', 'number', 'choice', 'choices']),
        required: z.boolean(),
        options: z.array(z.object({ id: z.string(), text: z.string() })),
      }),
    )
    .nullable(),
  quiz: z
    .object({
      questions: z.array(
        z.object({
          id: z.string(),
          text: z.string(),
          type: z.enum(['one', 'many', 'word']),
          options: z.array(z.object({ id: z.string(), text: z.string() })),
        }),
      ),
      passPercent: z.int(),
      triesLeft: z.int().nullable(),
      last: z.object({ points: z.int(), of: z.int(), passed: z.boolean(), at: z.iso.datetime() }).nullable(),
      againAt: z.iso.datetime().nullable(),
    })
    .nullable(),
  /** What a condition asks, one line each, with how far the member is. */
  conditions: z
    .array(
      z.object({
        says: z.string(),
        met: z.boolean(),
        evidence: z.string().nullable(),
        progress: z.object({ actual: z.number(), needed: z.number() }).nullable(),
      }),
    )
    .nullable(),
  given: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])).nullable(),
})

export const ownAdmission = z.object({
  /** `member` is inside; `none` has not begun; the others as the application is. */
  state: z.enum(['member', 'none', 'open', 'review', 'waiting', 'refused']),
  steps: z.array(ownStep),
  left: z.int().describe('Steps to be done before one can submit'),
  full: z.boolean(),
  waitingPlace: z.int().nullable().describe('How many wait, the caller included, up to him'),
  reason: z.string().nullable().describe('Why it was refused'),
  againAfter: z.iso.datetime().nullable(),
  submittedAt: z.iso.datetime().nullable(),
})
