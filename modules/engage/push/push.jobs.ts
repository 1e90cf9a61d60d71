/** Pushes leave right after what they tell of, and every five minutes what waited. */
import { z } from 'zod'
import type { Ctx } from '#base/context.ts'
import { defineJob, type Schedule } from '#base/jobs/job.ts'
import { engageTexts as texts } from '../engage.messages.ts'
import type { EngageParts } from '../parts.ts'
import { type PushParts, sendDue } from './sending.ts'
import { subscriptionSealer } from './subscriptions.ts'
import { vapidKeys } from './vapid.ts'

export const pushParts = ({ config, egress, log, secrets, sources }: EngageParts): PushParts => ({
  egress,
  log,
  sources,
  vapid: vapidKeys(secrets),
  sealer: subscriptionSealer(secrets),
  subject: contactOf(config),
})

/** Push services want to know whom to turn to: our address, or the one that mail comes from. */
export function contactOf({
  baseUrl,
  MAIL_FROM,
}: {
  readonly baseUrl: string
  readonly MAIL_FROM: string
}): string {
  if (baseUrl.startsWith('https://')) return baseUrl
  return `mailto:${/<([^<>]+)>/.exec(MAIL_FROM)?.[1] ?? MAIL_FROM}`
}

/** `resume` takes up what telling left undone; it costs one look at an index. */
export const pushJob = (parts: EngageParts, resume: (ctx: Ctx) => Promise<unknown>) =>
  defineJob({
    name: 'engage.push',
    label: texts.pushJob,
    input: z.object({}),
    retries: 2,
    keepDays: 7,
    run: async (ctx, _input, run) => {
      await resume(ctx)
      return { handled: await sendDue(ctx, pushParts(parts), run.signal) }
    },
  })

export const pushSchedule: Schedule = {
  job: 'engage.push',
  cron: '*/5 * * * *',
  zone: 'community',
  why: texts.pushWhy,
}
