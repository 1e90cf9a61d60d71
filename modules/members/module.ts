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
import {
  memberConsentsChanged,
  memberContactsChanged,
  memberFieldDefined,
  memberFieldsChanged,
  memberJoined,
  memberLeft,
  memberNoted,
  memberOwnerChanged,
  memberProfileChanged,
  memberTagged,
  memberUntagged,
} from './facts.ts'
import { fieldsRoutes } from './fields/fields.routes.ts'
import { importing } from './imports/importing.ts'
import { memberPermissions } from './members.permissions.ts'
import { merging } from './merge/merging.ts'
import { occasionRoutes } from './occasions/occasions.routes.ts'
import { occasionsAhead } from './occasions/occasions.work.ts'
import { memberFields } from './people/member-fields.ts'
import { membersRoutes } from './people/members.routes.ts'
import { ownProfileRoutes } from './people/own-profile.routes.ts'
import { personRoutes } from './people/person.routes.ts'
import { membersSource } from './people/search.ts'
import type { FilterParts } from './people/understand-filter.ts'
import { forgetCopiesJob, forgetCopiesSchedule, makeCopyJob } from './privacy/copies.ts'
import { membersPersonal } from './privacy/members.personal.ts'
import { ownDataRoutes } from './privacy/own-data.routes.ts'
import { demoRoutes } from './simulation/demo.routes.ts'
import { loadDemoJob, loadingDemo } from './simulation/load-demo.ts'
import { tagRoutes } from './tags/tags.routes.ts'
import { openVault } from './vault.ts'
import { viewRoutes } from './views/views.routes.ts'

/** The people of the community: profiles, tags, what they did, and lists of them. */
export const membersModule = (
  parts: Pick<Parts, 'config' | 'connection' | 'files' | 'jobs' | 'secrets'>,
  declared: Pick<Declared, 'facts' | 'personal' | 'memberSets' | 'simulated'>,
) => {
  const factLabels = () => new Map(declared.facts().map((fact) => [fact.name, fact.label] as const))
  const people: FilterParts = { vault: openVault(parts.secrets), declared }
  const exportMembers = exportMembersJob(parts.files, people)
  const makeCopy = makeCopyJob(parts, declared)
  const loadDemo = loadDemoJob(parts)
  const imports = importing(parts, people.vault)
  const merges = merging(parts, people.vault, declared)
  return defineModule({
    name: 'members',
    permissions: [
      ...memberPermissions,
      imports.permission,
      merges.permission,
      {
        name: 'care.read',
        label: careLabels.read,
        roles: ['owner', 'admin', 'operator', 'moderator', 'support'],
      },
      { name: 'care.edit', label: careLabels.edit, roles: ['owner', 'admin', 'operator', 'support'] },
    ],
    routes: [
      // Before /api/members/{id}, which would take "tags" for an id.
      ...tagRoutes(people),
      ...fieldsRoutes,
      ...personRoutes(people),
      ...careRoutes(parts),
      ...exportRoutes({ ...people, jobs: parts.jobs }, exportMembers),
      ...imports.routes,
      ...merges.routes,
      ...membersRoutes({ ...people, files: parts.files }, factLabels),
      ...ownProfileRoutes(parts, factLabels),
      ...ownDataRoutes({ ...parts, vault: people.vault }, makeCopy),
      ...viewRoutes,
      ...occasionRoutes(parts),
      ...demoRoutes(parts, declared),
    ],
    facts: [
      memberJoined,
      memberLeft,
      memberProfileChanged,
      memberTagged,
      memberUntagged,
      memberFieldsChanged,
      memberContactsChanged,
      memberOwnerChanged,
      memberNoted,
      memberConsentsChanged,
      memberFieldDefined,
      careStarted,
      careMoved,
      careVisited,
      careEnded,
      ...imports.facts,
      ...merges.facts,
    ],
    consumers: [memberEffects(declared, [loadingDemo(parts, loadDemo)])],
    jobs: [exportMembers, makeCopy, forgetCopiesJob, loadDemo, ...imports.jobs, ...merges.jobs],
    schedule: [forgetCopiesSchedule, ...imports.schedule, ...merges.schedule],
    work: [visitsDue, occasionsAhead],
    fields: [memberFields, careFields],
    searchable: [membersSource],
    personal: [...merges.personal, ...membersPersonal(people.vault), carePersonal],
  })
}
