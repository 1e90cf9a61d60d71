/** What a column may be, in groups, in the reader's words. */
import { importingWords } from '#ui/console/importing/importing.words.ts'
import type { Translate } from '#ui/locale/locale.tsx'
import type { WholeImport } from './imports.queries.ts'
import { importWords } from './imports.words.ts'

const profile = ['nickname', 'card', 'city', 'channel', 'tags', 'joinedAt', 'bio'] as const
const keys = ['phone', 'email', 'wechat'] as const
const systems = ['crm', 'youzan', 'wecom', 'card'] as const

/** The name of a target; fields of one's own are called as their makers call them. */
export function targetName(t: Translate, targets: WholeImport['targets'], target: string): string {
  if (target.startsWith('external:'))
    return t(importWords.external, { system: target.slice('external:'.length) })
  const own = targets.find((each) => each.target === target)?.label
  return own ?? t(importWords[target as 'nickname'])
}

export function targetOptions(t: Translate, list: WholeImport, given: readonly (string | null)[]) {
  const option = (target: string) => ({ value: target, label: targetName(t, list.targets, target) })
  const external = new Set([
    ...systems.map((system) => `external:${system}`),
    ...given.filter((target): target is string => target?.startsWith('external:') ?? false),
  ])
  const fields = list.targets.filter(({ target }) => target.startsWith('field:'))
  return [
    { value: '', label: t(importingWords.ignore) },
    { label: t(importWords.profileGroup), options: profile.map(option) },
    { label: t(importWords.keyGroup), options: keys.map(option) },
    { label: t(importWords.externalGroup), options: [...external].map(option) },
    ...(fields.length > 0
      ? [{ label: t(importWords.fieldGroup), options: fields.map(({ target }) => option(target)) }]
      : []),
  ]
}
