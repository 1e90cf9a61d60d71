/** `docs/generated/schedule.md`: work in the background and what recurs. */
import type { Module } from '#base/module.ts'
import { table } from './table.ts'

export function scheduleDocument(modules: readonly Module[]): string {
  const jobs = modules.flatMap((module) => (module.jobs ?? []).map((job) => ({ module, job })))
  const schedule = modules.flatMap((module) => (module.schedule ?? []).map((entry) => ({ module, entry })))
  return `# Jobs and schedule

## What recurs

${table(
  ['job', 'module', 'when', 'zone', 'why'],
  schedule.map(({ module, entry }) => [
    `\`${entry.job}\``,
    module.name,
    `\`${entry.cron}\``,
    entry.zone === 'community' ? 'of the community' : entry.zone,
    typeof entry.why === 'string' ? entry.why : entry.why.en,
  ]),
)}
## Jobs

${table(
  ['job', 'module', '中文', 'English', 'retries', 'longest run'],
  jobs.map(({ module, job }) => [
    `\`${job.name}\``,
    module.name,
    job.label.zh,
    job.label.en,
    String(job.retries ?? 5),
    `${job.expireSeconds ?? 900} s`,
  ]),
)}`
}
