import { defineModule } from '#base/module.ts'
import type { Parts } from '#base/parts.ts'
import type { Audience } from '#modules/audience/api.ts'
import * as facts from './facts.ts'
import { labels } from './groups.messages.ts'

/** 社群: what they are for, who may enter, how one rises, leaves and comes back. */
export const groupsModule = (_parts: Pick<Parts, 'connection'>, _audience: Audience) =>
  defineModule({
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
    facts: Object.values(facts),
  })
