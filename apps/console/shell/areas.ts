import type { Message } from '#base/i18n/messages.ts'
import type { Area, NavEntry } from '#ui/console/define.ts'
import type { IconName } from '#ui/icon/Icon.tsx'
import { consoleModules } from '../modules.ts'
import { shellWords } from './words.ts'

export interface RailArea {
  readonly area: Area
  readonly label: Message
  readonly icon: IconName
  readonly path: string
}

/** The rail, in the order of an operator's day. */
export const areas: readonly RailArea[] = [
  { area: 'today', label: shellWords.today, icon: 'today', path: '/' },
  { area: 'members', label: shellWords.members, icon: 'members', path: '/members' },
  { area: 'groups', label: shellWords.groups, icon: 'groups', path: '/groups' },
  { area: 'content', label: shellWords.content, icon: 'page', path: '/content' },
  { area: 'insight', label: shellWords.insight, icon: 'insight', path: '/insight' },
  { area: 'plan', label: shellWords.plan, icon: 'flag', path: '/plan' },
  { area: 'settings', label: shellWords.settings, icon: 'settings', path: '/settings' },
]

/** What an operator may open in an area, in order. */
export const entriesOf = (area: Area, may: (permission?: string) => boolean): readonly NavEntry[] =>
  consoleModules
    .flatMap((module) => module.nav ?? [])
    .filter((entry) => entry.area === area && may(entry.permission))
    .sort((a, b) => a.order - b.order)

/** The area that a path belongs to: that of the longest entry it begins with, else the one it is named for. */
export function areaOf(path: string): Area | undefined {
  if (path === '/' || path === '') return 'today'
  const entry = consoleModules
    .flatMap((module) => module.nav ?? [])
    .filter((each) => path === each.path || path.startsWith(`${each.path}/`))
    .sort((a, b) => b.path.length - a.path.length)[0]
  return entry?.area ?? areas.find((area) => area.path !== '/' && path.startsWith(area.path))?.area
}
