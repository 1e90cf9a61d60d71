import { defineModule } from '#base/module.ts'
import type { Parts } from '#base/parts.ts'
import type { Audience } from '#modules/audience/api.ts'
import { admissionRoutes } from './admission/admission.routes.ts'
import { applicationRoutes } from './admission/applications.routes.ts'
import { applicationsToReview } from './admission/applications.work.ts'
import { joiningRoutes } from './admission/joining.routes.ts'
import { announcementRoutes } from './announcements/announcements.routes.ts'
import { readingRoutes } from './announcements/reading.routes.ts'
import { boardRoutes } from './boards/boards.routes.ts'
import { courseParts } from './course/parts.ts'
import { groupEffects } from './effects.ts'
import * as facts from './facts.ts'
import { greetingRoutes } from './greetings/greetings.routes.ts'
import { newcomerRoutes } from './greetings/newcomers.routes.ts'
import { newcomersToGreet } from './greetings/newcomers.work.ts'
import { groupRoutes } from './groups/groups.routes.ts'
import { groupPages } from './groups/pages.ts'
import { groupsSource } from './groups/search.ts'
import { siteRoutes } from './groups/site.routes.ts'
import { labels } from './groups.messages.ts'
import { fellowRoutes } from './memberships/fellows.routes.ts'
import { membershipFields } from './memberships/fields.ts'
import { groupSet } from './memberships/member-set.ts'
import { membershipRoutes } from './memberships/memberships.routes.ts'
import { applicationData, membershipData } from './memberships/personal.ts'
import { groupNotices } from './notices/sources.ts'
import { rulesRoutes } from './rules/rules.routes.ts'

/** 社群: what they are for, who may enter, how one rises, leaves and comes back. */
export const groupsModule = (
  parts: Pick<Parts, 'connection' | 'jobs' | 'warehouse' | 'mail'>,
  audience: Audience,
) => {
  const course = courseParts(parts, audience)
  return defineModule({
    name: 'groups',
    permissions: [
      {
        name: 'groups.read',
        label: labels.read,
        roles: ['owner', 'admin', 'operator', 'moderator', 'analyst', 'support', 'viewer'],
        scope: true,
      },
      { name: 'groups.edit', label: labels.edit, roles: ['owner', 'admin', 'operator'] },
      {
        name: 'groups.members',
        label: labels.members,
        roles: ['owner', 'admin', 'operator', 'moderator'],
        scope: true,
      },
    ],
    routes: [
      ...groupRoutes(),
      ...siteRoutes(audience),
      ...boardRoutes(),
      ...rulesRoutes(),
      ...admissionRoutes(audience),
      ...applicationRoutes(),
      ...joiningRoutes(audience),
      ...membershipRoutes(),
      ...fellowRoutes(),
      ...announcementRoutes(),
      ...readingRoutes(),
      ...newcomerRoutes(),
      ...greetingRoutes(),
      ...course.routes,
    ],
    facts: [...Object.values(facts), ...course.facts],
    jobs: [...course.jobs],
    schedule: [...course.schedule],
    consumers: [groupEffects(parts.mail), ...course.consumers],
    pages: groupPages,
    work: [applicationsToReview, newcomersToGreet, ...course.work],
    fields: [membershipFields, ...course.fields],
    memberSets: [groupSet],
    notices: groupNotices,
    searchable: [groupsSource],
    personal: [membershipData, applicationData, ...course.personal],
  })
}
