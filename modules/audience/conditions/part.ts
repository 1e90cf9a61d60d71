/** What conditions add to the module: what can be asked, previews, reasons, and the copies that sets are found in. */
import type { Module } from '#base/module.ts'
import type { Parts } from '#base/parts.ts'
import type { Audience } from '../audience.ts'
import { catalogueRoutes } from '../catalogue/catalogue.routes.ts'
import { copiesEffects } from '../copies/effects.ts'
import { fillCopiesJob, fillCopiesSchedule, followMembers } from '../copies/follow.ts'
import { previewRoutes } from '../preview/preview.routes.ts'

export function conditionsPart(parts: Pick<Parts, 'files'>, audience: Audience) {
  const fillCopies = fillCopiesJob(audience.copies)
  return {
    fillCopies,
    routes: [...catalogueRoutes(audience), ...previewRoutes(parts, audience)],
    consumers: [followMembers(audience.copies), copiesEffects(audience.copies)],
    jobs: [fillCopies],
    schedule: [fillCopiesSchedule],
  } satisfies Partial<Module> & { readonly fillCopies: unknown }
}
