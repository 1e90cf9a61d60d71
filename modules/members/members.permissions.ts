/** What can be allowed about members, and which built-in roles hold it. */
import type { Permission } from '#base/access/access.ts'
import { labels } from './members.messages.ts'

export const memberPermissions: readonly Permission[] = [
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
  { name: 'members.fields', label: labels.fields, roles: ['owner', 'admin', 'operator'] },
  { name: 'members.contacts', label: labels.contacts, roles: ['owner', 'admin', 'operator', 'support'] },
  { name: 'members.sensitive', label: labels.sensitive, roles: ['owner', 'admin'] },
  { name: 'members.export', label: labels.export, roles: ['owner', 'admin', 'analyst'] },
  { name: 'demo.manage', label: labels.demo, roles: ['owner'] },
]
