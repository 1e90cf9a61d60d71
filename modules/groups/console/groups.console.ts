/** Groups in the console: the list, the workspace of one, and what all of them share. */
import { api } from '#ui/api.ts'
import { defineConsole } from '#ui/console/define.ts'
import { take } from '#ui/console/problem.ts'
import type { Group } from './group.queries.ts'
import { groupWords as words } from './group.words.ts'

const read = 'groups.read'
const edit = 'groups.edit'

export const groupsConsole = defineConsole({
  nav: [
    { area: 'groups', path: '/groups', label: words.navGroups, order: 10, permission: read },
    { area: 'groups', path: '/groups/charters', label: words.navCharters, order: 20, permission: read },
    { area: 'groups', path: '/groups/tiers', label: words.navTiers, order: 30, permission: read },
    { area: 'groups', path: '/groups/ladder', label: words.navLadder, order: 40, permission: read },
    { area: 'groups', path: '/groups/journal', label: words.navJournal, order: 50, permission: read },
  ],
  routes: [
    { path: '/groups', title: words.groups, permission: read, load: () => import('./GroupsScreen.tsx') },
    {
      path: '/groups/charters',
      title: words.navCharters,
      permission: read,
      load: () => import('./charter/ChartersScreen.tsx'),
    },
    {
      path: '/groups/charters/$id',
      title: words.navCharters,
      permission: read,
      load: () => import('./charter/CharterScreen.tsx'),
    },
    {
      path: '/groups/tiers',
      title: words.navTiers,
      permission: read,
      load: () => import('./tiers/TiersScreen.tsx'),
    },
    {
      path: '/groups/ladder',
      title: words.navLadder,
      permission: read,
      load: () => import('./health/LadderScreen.tsx'),
    },
    {
      path: '/groups/journal',
      title: words.navJournal,
      permission: read,
      load: () => import('./charter/JournalScreen.tsx'),
    },
    {
      path: '/groups/$id',
      title: words.tabHealth,
      permission: read,
      load: () => import('./health/HealthScreen.tsx'),
    },
    {
      path: '/groups/$id/members',
      title: words.tabMembers,
      permission: read,
      load: () => import('./people/MembersScreen.tsx'),
    },
    {
      path: '/groups/$id/newcomers',
      title: words.tabNewcomers,
      permission: read,
      load: () => import('./people/NewcomersScreen.tsx'),
    },
    {
      path: '/groups/$id/applications',
      title: words.tabApplications,
      permission: 'groups.members',
      load: () => import('./entry/ApplicationsScreen.tsx'),
    },
    {
      path: '/groups/$id/admission',
      title: words.tabAdmission,
      permission: edit,
      load: () => import('./entry/AdmissionScreen.tsx'),
    },
    {
      path: '/groups/$id/rules',
      title: words.tabRules,
      permission: read,
      load: () => import('./entry/RulesScreen.tsx'),
    },
    {
      path: '/groups/$id/boards',
      title: words.tabBoards,
      permission: read,
      load: () => import('./entry/BoardsScreen.tsx'),
    },
    {
      path: '/groups/$id/announcements',
      title: words.tabAnnouncements,
      permission: read,
      load: () => import('./people/AnnouncementsScreen.tsx'),
    },
    {
      path: '/groups/$id/tiers',
      title: words.tabTiers,
      permission: read,
      load: () => import('./tiers/GroupTiersScreen.tsx'),
    },
    {
      path: '/groups/$id/elimination',
      title: words.tabElimination,
      permission: read,
      load: () => import('./elimination/EliminationScreen.tsx'),
    },
    {
      path: '/groups/$id/charter',
      title: words.tabCharter,
      permission: read,
      load: () => import('./charter/GroupCharterScreen.tsx'),
    },
    {
      path: '/groups/$id/settings',
      title: words.tabSettings,
      permission: edit,
      load: () => import('./entry/SettingsScreen.tsx'),
    },
  ],
  commands: [
    {
      name: words.create,
      icon: 'plus',
      words: '建群 新建社群 new group create',
      permission: edit,
      run: ({ go }) => go('/groups/charters?new=1'),
    },
  ],
  finders: [
    {
      label: words.groups,
      permission: read,
      find: async (text, signal) =>
        (
          await take<{ items: readonly Group[] }>(
            api.GET('/api/groups', { params: { query: { q: text.slice(0, 40), limit: 6 } }, signal }),
          )
        ).items.map((group) => ({
          id: group.id,
          name: group.name,
          note: group.summary || undefined,
          path: `/groups/${group.id}`,
        })),
    },
  ],
  memberPanels: [
    { place: 'side', order: 40, permission: read, load: () => import('./people/StaysPanel.tsx') },
  ],
})
