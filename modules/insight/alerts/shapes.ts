/** Alerts and signals as they are sent and answered. */
import { z } from 'zod'
import { id, moment, refusal } from '#base/http/schemas.ts'
import { robotKinds } from '#base/robots/robots.ts'
import { metricRef, metricUnits } from '../metrics/metric.ts'
import { scope, unit } from '../shapes.ts'
import { alertRefusals as words } from './alerts.messages.ts'
import { alertTest } from './judging.ts'
import { signalOutcomes } from './signals.ts'

const asked = {
  metric: metricRef,
  scope: scope.default({}),
  /** Looked at for every open group by itself. */
  eachGroup: z.boolean().default(false),
  /** The latest whole one is looked at. */
  unit,
  test: alertTest,
  /** People or cases that a figure rests on, at least. */
  leastBase: z.int().min(0).max(1_000_000).default(0),
}
const named = {
  cooldown: z.int().min(0).max(365).default(7),
  ownerId: id.nullable().default(null),
  department: z.string().trim().min(1).max(60).nullable().default(null),
  mail: z.boolean().default(false),
}

type Sensible = z.ZodType<{
  eachGroup: boolean
  scope: { group?: string | undefined }
  test: z.infer<typeof alertTest>
}>
const sensible = <T extends Sensible>(body: T) =>
  body
    .refine(({ eachGroup, scope: { group } }) => !(eachGroup && group), {
      ...refusal(words.eachAndOne),
      path: ['eachGroup'],
    })
    .refine(({ eachGroup, test }) => !(eachGroup && test.kind === 'topic'), {
      ...refusal(words.topicOfEach),
      path: ['eachGroup'],
    })
    .refine(({ eachGroup, test }) => eachGroup || test.kind !== 'threshold' || test.line !== 'health', {
      ...refusal(words.lineOfHealth),
      path: ['test', 'line'],
    })

export const alertDraft = sensible(z.object(asked))
export const alertBody = sensible(z.object({ name: z.string().trim().min(1).max(60), ...asked, ...named }))
/** An alert keeps its name when none is given, one of the product that of the product. */
export const alertChange = sensible(z.object({ name: z.string().trim().max(60), ...asked, ...named }))

export const point = z.object({
  start: z.iso.date(),
  value: z.number().nullable(),
  base: z.number().nullable(),
})

export const ruleAnswer = z.object({
  id: z.string(),
  name: z.string(),
  ownName: z.string().describe('Empty: it is called as the product calls it'),
  preset: z.string().nullable(),
  metric: metricRef,
  metricName: z.string(),
  metricUnit: z.enum(metricUnits),
  scope,
  eachGroup: z.boolean(),
  unit,
  test: alertTest,
  leastBase: z.int(),
  cooldown: z.int(),
  ownerId: z.string().nullable(),
  ownerName: z.string().nullable(),
  department: z.string().nullable(),
  mail: z.boolean(),
  robotKind: z.enum(robotKinds).nullable(),
  robotProblem: z
    .string()
    .nullable()
    .describe('Why the robot did not take the last message, as the other side says it'),
  snoozedUntil: moment.nullable(),
  pausedAt: moment.nullable(),
  lookedAt: moment.nullable(),
  says: z.string(),
  open: z.int().describe('Signals that are open'),
  can: z.object({ edit: z.boolean(), remove: z.boolean() }),
})

export const signalAnswer = z.object({
  id: z.string(),
  ruleId: z.string().nullable(),
  goalId: z.string().nullable(),
  groupId: z.string().nullable(),
  groupName: z.string().nullable(),
  name: z.string(),
  title: z.string(),
  note: z.string(),
  metricName: z.string(),
  unit: z.enum(metricUnits),
  kind: z.enum(['threshold', 'change', 'anomaly', 'silence', 'pace', 'topic']),
  side: z.enum(['below', 'above']),
  bucket: z.iso.date(),
  lastBucket: z.iso.date(),
  from: z.iso.date(),
  to: z.iso.date(),
  value: z.number().nullable(),
  against: z.number().nullable(),
  line: z.number().nullable(),
  base: z.number().nullable(),
  series: z.array(point),
  causes: z.array(
    z.object({
      event: z.string(),
      name: z.string(),
      before: z.int(),
      now: z.int(),
      moved: z.int(),
      says: z.string(),
    }),
  ),
  /** What the talk concentrates on, and how a discussion of it may begin. */
  topic: z
    .object({
      word: z.string(),
      items: z.int(),
      before: z.int(),
      members: z.int(),
      draftTitle: z.string(),
      said: z
        .array(
          z.object({ postId: z.string(), kind: z.enum(['post', 'comment']), text: z.string(), at: moment }),
        )
        .describe('What of the evidence can still be read; of a list empty'),
    })
    .nullable(),
  raisedAt: moment,
  takenAt: moment.nullable(),
  takenBy: z.string().nullable(),
  closedAt: moment.nullable(),
  outcome: z.enum(signalOutcomes).nullable(),
  reason: z.string(),
  improvementId: z.string().nullable().describe('What solved it, as who closed it says'),
  can: z.object({ take: z.boolean(), close: z.boolean() }),
})
