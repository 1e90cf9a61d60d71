import { defineModule } from '#base/module.ts'
import type { Parts } from '#base/parts.ts'
import { visitorIdentified } from './facts.ts'
import { type Intake, openIntake } from './ingest/intake.ts'
import { openSenders } from './ingest/senders.ts'
import { trackRoutes } from './ingest/track.routes.ts'
import { openTracker } from './ingest/track.ts'
import { trackKeyRoutes } from './keys/keys.routes.ts'
import { purgeJob } from './receipts/purge.ts'
import { sdkRoute } from './sdk/sdk.routes.ts'
import { labels } from './tracking.messages.ts'
import { visitorData } from './visitors/personal.ts'

/** Behaviour of people: what pages, apps and other systems report, and the SDK that reports it. */
export const trackingModule = (
  { config, connection }: Pick<Parts, 'config' | 'connection'>,
  intake: Intake = openIntake({ pool: connection.pool }),
) =>
  defineModule({
    name: 'tracking',
    permissions: [
      { name: 'tracking.keys', label: labels.manageKeys, roles: ['owner', 'admin'] },
      // For the API keys of other systems: they may name members.
      { name: 'tracking.write', label: labels.writeEvents, roles: ['owner', 'admin'], scope: true },
    ],
    routes: [
      ...trackRoutes(openSenders(config.baseUrl), openTracker(intake), config.TRACK_ORIGINS),
      ...trackKeyRoutes,
      sdkRoute,
    ],
    facts: [visitorIdentified],
    personal: [visitorData],
    jobs: [purgeJob],
    schedule: [
      {
        job: 'tracking.purge',
        cron: '40 3 * * *',
        zone: 'Asia/Shanghai',
        why: 'Receipts, visits and what else tracking needs only for a month',
      },
    ],
  })
