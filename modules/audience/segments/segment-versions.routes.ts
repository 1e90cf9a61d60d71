import { z } from 'zod'
import { permitted } from '#base/access/access.ts'
import { transact } from '#base/context.ts'
import { route } from '#base/http/route.ts'
import { id, idParams } from '#base/http/schemas.ts'
import type { Parts } from '#base/parts.ts'
import { audit } from '#modules/identity/api.ts'
import type { Audience } from '../audience.ts'
import { definition } from '../conditions/condition.ts'
import { audienceProblems } from '../problems.ts'
import type { computeSegmentJob } from './jobs.ts'
import { presentSegment, segmentAnswer } from './present.ts'
import { findVersions, getSegment } from './segments.sql.ts'
import { restoreVersion } from './segments.ts'

const tag = 'audience'

export const segmentVersionRoutes = (
  { jobs }: Pick<Parts, 'jobs'>,
  audience: Audience,
  compute: ReturnType<typeof computeSegmentJob>,
) => [
  route(
    {
      method: 'get',
      path: '/api/audience/segments/{id}/versions',
      summary: 'List the definitions that a segment has had',
      tag,
      access: permitted('audience.read'),
      params: idParams,
      answer: z.object({
        items: z.array(
          z.object({
            number: z.int(),
            definition,
            sentence: z.string(),
            madeAt: z.iso.datetime(),
            madeBy: z.string().nullable(),
            restoredFrom: z.int().nullable(),
          }),
        ),
        next: z.null(),
      }),
    },
    async (ctx, { params }) => {
      await getSegment(ctx, params.id)
      const versions = await findVersions(ctx, params.id)
      return {
        items: await Promise.all(
          versions.map(async (version) => ({
            number: version.number,
            definition: version.definition,
            sentence: await audience.say(ctx, version.definition),
            madeAt: version.madeAt.toISOString(),
            madeBy: version.madeByName,
            restoredFrom: version.restoredFrom,
          })),
        ),
        next: null,
      }
    },
  ),
  route(
    {
      method: 'put',
      path: '/api/audience/segments/{id}/version',
      summary: 'Make an earlier definition the current one again',
      tag,
      access: permitted('audience.edit'),
      params: idParams,
      body: z.object({ number: z.int().min(1) }),
      answer: segmentAnswer,
    },
    async (ctx, { params, body }) =>
      await presentSegment(ctx, audience, await restoreVersion(ctx, audience, params.id, body.number)),
  ),
  route(
    {
      method: 'post',
      path: '/api/audience/segments/{id}/computation',
      summary: 'Bring a segment up to date now',
      tag,
      access: permitted('audience.edit'),
      limit: { max: 20, perSeconds: 60 },
      params: z.object({ id }),
      answer: z.object({ jobId: z.string() }),
      status: 202,
    },
    async (ctx, { params }) =>
      await transact(ctx, async (tx) => {
        const segment = await getSegment(tx, params.id)
        if (segment.kind === 'static' && segment.computedAt !== null) throw audienceProblems.segmentIsStatic()
        const jobId = await jobs.enqueue(tx, compute, { segmentId: params.id })
        await audit(tx, 'segment.computed', { kind: 'segment', id: params.id })
        return { jobId }
      }),
  ),
]
