import type { Declared } from '#base/declarations/declared.ts'
import { defineModule } from '#base/module.ts'
import type { Parts } from '#base/parts.ts'
import { careEnded, careMoved, careStarted, careVisited } from './care/care.facts.ts'
import { careFields } from './care/care.fields.ts'
import { careLabels } from './care/care.messages.ts'
import { carePersonal } from './care/care.personal.ts'
import { careRoutes } from './care/care.routes.ts'
import { visitsDue } from './care/care.work.ts'
import { memberEffects } from './effects.ts'
import { exportMembersJob } from './exports/export-members.ts'
import { exportRoutes } from './exports/exports.routes.ts'
import { memberJoined, memberProfileChanged, memberTagged, memberUntagged } from './facts.ts'
import { labels } from './members.messages.ts'
import { occasionRoutes } from './occasions/occasions.routes.ts'
import { occasionsAhead } from './occasions/occasions.work.ts'
import { membersRoutes } from './people/members.routes.ts'
import { ownProfileRoutes } from './people/own-profile.routes.ts'
import { demoRoutes } from './simulation/demo.routes.ts'
import { loadDemoJob, loadingDemo } from './simulation/load-demo.ts'
import { tagRoutes } from './tags/tags.routes.ts'
import { viewRoutes } from './views/views.routes.ts'

/** The people of the community: profiles, tags, what they did, and lists of them. */
export const membersModule = (
  parts: Pick<Parts, 'connection' | 'files' | 'jobs'>,
  declared: Pick<Declared, 'facts' | 'personal'>,
) => {
  const factLabels = () => new Map(declared.facts().map((fact) => [fact.name, fact.label] as const))
  const exportMembers = exportMembersJob(parts.files)
  const loadDemo = loadDemoJob(parts)
  return defineModule({
    name: 'members',
    permissions: [
      {
        name: 'members.read',
        label: labels.read,
        roles: ['owner', 'admin', 'operator', 'moderator', 'analyst', 'support', 'viewer'],
        scope: true,
      },
      {
        name: 'members.edit',
        label: labels.edit,
        roles: ['owner', 'admin', 'operator', 'support'],
        scope: true,
      },
      { name: 'demo.manage', label: labels.demo, roles: ['owner'] },
      {
        name: 'care.read',
        label: careLabels.read,
        roles: ['owner', 'admin', 'operator', 'moderator', 'support'],
      },
      { name: 'care.edit', label: careLabels.edit, roles: ['owner', 'admin', 'operator', 'support'] },
      { name: 'members.export', label: labels.export, roles: ['owner', 'admin', 'analyst'] },
    ],
    routes: [
      // Before /api/members/{id}, which would take "tags" for an id.
      ...tagRoutes,
      ...careRoutes(parts),
      ...exportRoutes(parts, exportMembers),
      ...membersRoutes(parts, factLabels),
      ...ownProfileRoutes(parts, factLabels),
      ...viewRoutes,
      ...occasionRoutes(parts),
      ...demoRoutes(parts),
    ],
    facts: [
      memberJoined,
      memberProfileChanged,
      memberTagged,
      memberUntagged,
      careStarted,
      careMoved,
      careVisited,
      careEnded,
    ],
    consumers: [memberEffects([loadingDemo(parts, loadDemo)])],
    jobs: [exportMembers, loadDemo],
    work: [visitsDue, occasionsAhead],
    fields: [careFields],
    personal: [carePersonal],
  })
}
