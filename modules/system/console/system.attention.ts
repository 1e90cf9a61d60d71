/** What in the running of the installation waits for somebody. */
import { api } from '#ui/api.ts'
import type { AttentionSource } from '#ui/console/define.ts'
import type { Job } from '#ui/console/job/job.queries.ts'
import { take } from '#ui/console/problem.ts'
import { attentionWords } from './attention.words.ts'
import type { DeadLetter, Health } from './system.queries.ts'

export const healthWarnings: AttentionSource = {
  key: ['system', 'health', 'attention'],
  permission: 'system.read',
  read: async (_, signal) => {
    const { warnings } = await take<Health>(api.GET('/api/system/health', { signal }))
    return warnings.map((warning) => ({
      key: `health-${warning.code}`,
      icon: warning.grave ? 'warn' : 'health',
      tint: warning.grave ? 'bad' : 'wheat',
      title: { zh: '{message}', en: '{message}' },
      note: attentionWords.health,
      values: { message: warning.message },
      urgent: warning.grave,
      act: attentionWords.seeHealth,
      path: '/settings/health',
    }))
  },
}

export const deadLetters: AttentionSource = {
  key: ['system', 'dead-letters', 'attention'],
  permission: 'system.read',
  read: async (_, signal) => {
    const { items } = await take<{ items: readonly DeadLetter[] }>(
      api.GET('/api/system/dead-letters', { params: { query: { limit: 50 } }, signal }),
    )
    const [first] = items
    if (!first) return []
    return [
      {
        key: 'dead-letters',
        icon: 'mail',
        tint: 'persimmon',
        title: attentionWords.letters,
        note: attentionWords.lettersNote,
        values: { count: items.length, consumer: first.consumer, reason: first.reason },
        since: first.failedAt,
        urgent: true,
        act: attentionWords.redrive,
        path: '/settings/jobs/dead-letters',
      },
    ]
  },
}

const recent = 7 * 86_400_000

export const failedJobs: AttentionSource = {
  key: ['jobs', 'attention'],
  permission: 'system.read',
  read: async (_, signal, now) => {
    const { items } = await take<{ items: readonly Job[] }>(
      api.GET('/api/jobs', { params: { query: { state: 'failed', limit: 50 } }, signal }),
    )
    const fresh = items.filter((job) => now - Date.parse(job.completedAt ?? job.createdAt) < recent)
    const [first] = fresh
    if (!first) return []
    return [
      {
        key: 'failed-jobs',
        icon: 'jobs',
        tint: 'bad',
        title: attentionWords.jobs,
        note: attentionWords.jobsNote,
        values: { count: fresh.length, job: first.label, reason: first.error ?? '' },
        since: first.completedAt ?? first.createdAt,
        act: attentionWords.seeJobs,
        path: '/settings/jobs?state=failed',
      },
    ]
  },
}
