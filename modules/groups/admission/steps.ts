/**
 * Ways into a group. A group has any of them in an order; all must be done, and a review comes last,
 * because it judges the rest.
 */
import { z } from 'zod'
import { id, refusal } from '#base/http/schemas.ts'
import { definition } from '#modules/audience/api.ts'
import { stepWords } from './steps.messages.ts'

const key = z.string().regex(/^[a-z0-9][a-z0-9_-]{0,23}$/)
const line = (max: number) => z.string().trim().min(1).max(max)
const option = z.object({ id: key, text: line(80) })

export const formQuestion = z
  .object({
    id: key,
    label: line(60),
    hint: z.string().trim().max(120).default(''),
    type: z.enum(['text', 'long', 'number', 'choice', 'choices']),
    required: z.boolean().default(true),
    options: z.array(option).max(20).default([]),
  })
  .refine(
    ({ type, options }) => !type.startsWith('choice') || options.length >= 2,
    refusal(stepWords.twoOptions),
  )
export type FormQuestion = z.infer<typeof formQuestion>

export const quizQuestion = z
  .object({
    id: key,
    text: line(200),
    /** One right option, several (all of them and no other), or a word that is typed. */
    type: z.enum(['one', 'many', 'word']),
    options: z.array(option).max(8).default([]),
    /** Ids of the right options, or the accepted words. */
    right: z.array(z.string().trim().min(1).max(80)).min(1).max(8),
    points: z.int().min(1).max(100).default(1),
    why: z.string().trim().max(200).default('').describe('Shown after a pass'),
  })
  .refine(({ type, options }) => type === 'word' || options.length >= 2, refusal(stepWords.twoOptions))
  .refine(
    ({ type, options, right }) =>
      type === 'word' || right.every((each) => options.some((offered) => offered.id === each)),
    refusal(stepWords.rightOffered),
  )
  .refine(({ type, right }) => type !== 'one' || right.length === 1, refusal(stepWords.oneRight))
export type QuizQuestion = z.infer<typeof quizQuestion>

const distinct = <T extends { id: string }>(all: readonly T[]) =>
  new Set(all.map((each) => each.id)).size === all.length

const title = z.string().trim().max(40).default('')

export const invitationSettings = z.object({ title })
export const formSettings = z.object({
  title,
  intro: z.string().trim().max(200).default(''),
  questions: z.array(formQuestion).min(1).max(20).refine(distinct, refusal(stepWords.distinct)),
})
export const quizSettings = z.object({
  title,
  intro: z.string().trim().max(200).default(''),
  questions: z.array(quizQuestion).min(1).max(50).refine(distinct, refusal(stepWords.distinct)),
  ask: z.int().min(1).max(50).nullable().default(null).describe('So many of them at random; all without'),
  passPercent: z.int().min(1).max(100),
  attempts: z.int().min(1).max(20).nullable().default(null).describe('No limit without'),
  coolDownHours: z.int().min(0).max(720).default(0),
})
export const taskSettings = z
  .object({
    title: line(40),
    how: line(500),
    /** `check`: the condition says whether it was done; otherwise the member shows it. */
    proof: z.enum(['check', 'text', 'picture']),
    condition: definition.nullable().default(null),
  })
  .refine(
    ({ proof, condition }) => proof !== 'check' || condition !== null,
    refusal(stepWords.checkNeedsCondition),
  )
export const paidSettings = z.object({
  title,
  /** What is to be bought, in words, and where. */
  what: line(120),
  url: z
    .url({ protocol: /^https$/ })
    .nullable()
    .default(null),
  condition: definition.describe('What the order or membership looks like in behaviour or fields'),
})
export const conditionSettings = z.object({ title, condition: definition })
export const reviewSettings = z.object({
  title,
  /** What reviewers look for, shown to the member. */
  looksFor: z.string().trim().max(300).default(''),
  promiseHours: z.int().min(1).max(720).default(48),
  againAfterDays: z.int().min(0).max(365).default(7),
})

export const stepFields = z.discriminatedUnion('kind', [
  z.object({ id: id.optional(), kind: z.literal('invitation'), settings: invitationSettings }),
  z.object({ id: id.optional(), kind: z.literal('form'), settings: formSettings }),
  z.object({ id: id.optional(), kind: z.literal('quiz'), settings: quizSettings }),
  z.object({ id: id.optional(), kind: z.literal('task'), settings: taskSettings }),
  z.object({ id: id.optional(), kind: z.literal('paid'), settings: paidSettings }),
  z.object({ id: id.optional(), kind: z.literal('condition'), settings: conditionSettings }),
  z.object({ id: id.optional(), kind: z.literal('review'), settings: reviewSettings }),
])
export type StepFields = z.infer<typeof stepFields>
/** A step as it is kept. */
export type Step = StepFields & { readonly id: string }

export const admissionFields = z.object({ steps: z.array(stepFields).max(10) })

export const admissionAnswer = z.object({
  steps: z.array(stepFields),
  /** Sentences for operators: what is risky about these steps. */
  warnings: z.array(z.object({ stepId: z.string(), text: z.string() })),
})
