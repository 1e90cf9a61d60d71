/** The glyph before a condition: what kind of thing it asks about. */
import type { IconName } from '#ui/icon/Icon.tsx'
import type { Leaf } from './condition.ts'

const byEvent: readonly (readonly [RegExp, IconName])[] = [
  [/^\*$/, 'health'],
  [/view|seen|read|online/, 'eye'],
  [/order|paid|cart|purchase|refund/, 'cart'],
  [/search/, 'search'],
  [/comment|reply|answer/, 'reply'],
  [/adopt|accept|complet|check_in|passed/, 'check'],
  [/post|publish|note/, 'edit'],
  [/reaction|like|favou?rite/, 'heart'],
  [/sign|session|log(ged)?_in/, 'clock'],
  [/group\./, 'groups'],
  [/member\.tag|member\.untag/, 'tag'],
  [/member\.|account\./, 'person'],
  [/page/, 'page'],
]

const byField: readonly (readonly [RegExp, IconName])[] = [
  [/^group/, 'groups'],
  [/tag/, 'tag'],
  [/_at$|date|birthday|anniversar/, 'calendar'],
  [/contact|phone/, 'phone'],
  [/mail|consent|subscri/, 'mail'],
  [/lifecycle|stage/, 'seed'],
  [/rfm|tier|level/, 'star'],
  [/owner/, 'key'],
  [/channel|source/, 'link'],
]

export function iconOf(leaf: Leaf): IconName {
  if (leaf.kind === 'segment') return 'filter'
  if (leaf.kind === 'sequence') return 'jobs'
  const [table, name, other] =
    leaf.kind === 'event'
      ? ([byEvent, leaf.event, 'health'] as const)
      : ([byField, leaf.field, 'person'] as const)
  return table.find(([pattern]) => pattern.test(name))?.[1] ?? other
}
