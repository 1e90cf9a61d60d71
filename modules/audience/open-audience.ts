import type { Declared } from '#base/declarations/declared.ts'
import type { Parts } from '#base/parts.ts'
import type { Audience } from './audience.ts'

/** The language of conditions over what the modules declare. */
export function openAudience(
  _parts: Pick<Parts, 'connection' | 'warehouse'>,
  _declared: Pick<Declared, 'facts' | 'fields'>,
): Audience {
  const missing = () => {
    throw new Error('being built')
  }
  return {
    check: async () => undefined,
    say: missing,
    matches: missing,
    explain: missing,
    count: missing,
    sample: missing,
    members: missing,
    sql: missing,
  }
}
