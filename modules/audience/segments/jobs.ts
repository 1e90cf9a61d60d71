/** Bringing segments and tag rules up to date: one on demand, all of them every hour. */
import { z } from 'zod'
import type { Ctx } from '#base/context.ts'
import { defineJob, type JobRun, type Schedule } from '#base/jobs/job.ts'
import type { Audience } from '../audience.ts'
import { applyTagRule } from '../tag-rules/apply.ts'
import { computeSegment } from './compute.ts'
import { segmentLabels } from './segments.messages.ts'

type Computing = Pick<Audience, 'members'>

export const computeSegmentJob = (audience: Computing) =>
  defineJob({
    name: 'audience.compute_segment',
    label: segmentLabels.compute,
    input: z.object({ segmentId: z.string() }),
    concurrency: 2,
    keepDays: 14,
    run: async (ctx, { segmentId }, run) => (await computeSegment(ctx, audience, segmentId, run)) ?? null,
  })

export const applyTagRuleJob = (audience: Computing) =>
  defineJob({
    name: 'audience.apply_tag_rule',
    label: segmentLabels.applyRule,
    input: z.object({ ruleId: z.string() }),
    keepDays: 14,
    run: async (ctx, { ruleId }, run) => (await applyTagRule(ctx, audience, ruleId, run)) ?? null,
  })

/** All dynamic segments, then all rules. One that fails keeps its reason and does not stop the others. */
export const computeAllJob = (audience: Computing) =>
  defineJob({
    name: 'audience.compute_all',
    label: segmentLabels.computeAll,
    input: z.object({}),
    retries: 1,
    expireSeconds: 3_300,
    keepDays: 14,
    run: async (ctx, _, run) => await computeAll(ctx, audience, run),
  })

export const computeAllSchedule: Schedule = {
  job: 'audience.compute_all',
  cron: '7 * * * *',
  zone: 'Asia/Shanghai',
  why: segmentLabels.computeAllWhy,
}

/** Resolves to how many were computed and how many failed; the reasons are kept with what failed. */
export async function computeAll(
  ctx: Ctx,
  audience: Computing,
  run: Pick<JobRun, 'signal' | 'progress'>,
): Promise<{ computed: number; failed: number }> {
  const segments = await ctx.db
    .selectFrom('segment')
    .select('id')
    .where((where) => where.or([where('kind', '=', 'dynamic'), where('computed_at', 'is', null)]))
    .orderBy('id')
    .execute()
  const rules = await ctx.db
    .selectFrom('tag_rule')
    .select('id')
    .where('active', '=', true)
    .orderBy('id')
    .execute()
  const quiet = { signal: run.signal, progress: async () => undefined }
  const work = [
    ...segments.map(({ id }) => ({ compute: computeSegment, id })),
    ...rules.map(({ id }) => ({ compute: applyTagRule, id })),
  ]
  let failed = 0
  for (const [place, { compute, id }] of work.entries()) {
    run.signal.throwIfAborted()
    await run.progress(place, work.length)
    // Each is computed as of when its turn comes.
    await compute({ ...ctx, now: new Date() }, audience, id, quiet).catch((error: unknown) => {
      if (run.signal.aborted) throw error
      failed += 1
    })
  }
  await run.progress(work.length, work.length)
  return { computed: work.length - failed, failed }
}
