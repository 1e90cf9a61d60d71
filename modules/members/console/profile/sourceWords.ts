import type { Message } from '#base/i18n/messages.ts'
import type { Source } from './profile.queries.ts'
import { profileWords } from './profile.words.ts'

/** Where something comes from, with the name of the operator where one is known. */
export const sourceWords = (source: Source, name: string | null): Message => {
  if (source === 'operator') return name ? profileWords.fromOperator : profileWords.fromTeam
  return {
    member: profileWords.fromMember,
    import: profileWords.fromImport,
    rule: profileWords.fromRule,
    system: profileWords.fromSystem,
  }[source]
}
