/** What the HTTP layer needs in the background. */
import { z } from 'zod'
import { defineMessages } from '../i18n/messages.ts'
import { defineJob } from '../jobs/job.ts'
import { defineModule, type Module } from '../module.ts'
import { forgetOldAnswers } from './idempotency.ts'

const words = defineMessages({
  forget: { zh: '清理过期的幂等应答', en: 'Forget stored answers' },
  why: {
    zh: '重复请求的应答只保留 48 小时',
    en: 'Answers kept for repeated requests are needed for 48 hours',
  },
})

const forget = defineJob({
  name: 'http.forget-answers',
  label: words.forget,
  input: z.object({}),
  run: async (ctx) => {
    await forgetOldAnswers(ctx.db)
  },
})

export const httpModule = (): Module =>
  defineModule({
    name: 'http',
    jobs: [forget],
    schedule: [{ job: forget.name, cron: '23 * * * *', zone: 'UTC', why: words.why }],
  })
