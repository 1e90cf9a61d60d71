/** Where pages report what was looked at. */
import { z } from 'zod'
import { anyone } from '#base/access/access.ts'
import { route } from '#base/http/route.ts'
import { defineJob, type Schedule } from '#base/jobs/job.ts'
import { attentionWords } from './attention.messages.ts'
import { type AttentionParts, countAttention, forgetWindows } from './attention.ts'
import { attentionInput } from './shapes.ts'

export const attentionRoutes = (parts: AttentionParts) => [
  route(
    {
      method: 'post',
      path: '/api/site/attention',
      summary: 'Report which posts were seen, read and shared',
      tag: 'content',
      access: anyone,
      // A page reports every fifteen seconds at most, and when it is left.
      limit: { max: 30, perSeconds: 60 },
      idempotency: 'none',
      maxBody: 16 * 1024,
      body: attentionInput,
    },
    async (ctx, { body, request }) => {
      const userAgent = request.headers.get('user-agent') ?? ''
      await countAttention(ctx, parts, { ip: request.ip, userAgent }, body)
      return undefined
    },
  ),
]

export const forgetWindowsJob = defineJob({
  name: 'content.forget_attention',
  label: attentionWords.forget,
  input: z.object({}),
  run: async (ctx) => ({ removed: await forgetWindows(ctx) }),
})

export const forgetWindowsSchedule: Schedule = {
  job: 'content.forget_attention',
  cron: '20 * * * *',
  zone: 'Asia/Shanghai',
  why: attentionWords.why,
}
