import type { Declared } from '#base/declarations/declared.ts'
import { defineModule } from '#base/module.ts'
import type { Parts } from '#base/parts.ts'
import { digestJob, digestSchedule } from './digest/digest.jobs.ts'
import { stopMailRoutes } from './digest/stop-mail.routes.ts'
import { engageTexts as texts } from './engage.messages.ts'
import { healthRoutes } from './health/health.routes.ts'
import { fanOutJob, noticesConsumer, resumeFanOuts } from './inbox/following.ts'
import { inboxRoutes } from './inbox/inbox.routes.ts'
import { noticeData } from './personal.ts'
import { pushJob, pushSchedule } from './push/push.jobs.ts'
import { pushRoutes } from './push/push.routes.ts'
import { openSources } from './sources.ts'
import { sweepJob, sweepSchedule } from './sweep.ts'
import { wishesRoutes } from './wishes/wishes.routes.ts'

/** 触达: what members are told, where and when. */
export const engageModule = (given: Parts, declared: Pick<Declared, 'notices'>) => {
  const parts = { ...given, sources: openSources(declared) }
  const push = pushJob(parts, async (ctx) => await resumeFanOuts(ctx, parts, fanOut))
  const fanOut: ReturnType<typeof fanOutJob> = fanOutJob(parts, push)
  return defineModule({
    name: 'engage',
    permissions: [
      {
        name: 'engage.read',
        label: texts.seeDeliveries,
        roles: ['owner', 'admin', 'operator', 'analyst', 'support'],
        scope: true,
      },
    ],
    routes: [
      ...inboxRoutes(parts),
      ...wishesRoutes(parts),
      ...pushRoutes(parts),
      ...stopMailRoutes(parts),
      ...healthRoutes(),
    ],
    consumers: [noticesConsumer(parts, { fanOut, push })],
    jobs: [fanOut, push, digestJob(parts), sweepJob],
    schedule: [pushSchedule, digestSchedule, sweepSchedule],
    personal: [noticeData],
  })
}
