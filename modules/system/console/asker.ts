import type { Message, Values } from '#base/i18n/messages.ts'
import { systemWords } from './system.words.ts'

/** Who asked for a job, from how the log names actors: `account:12`, `apiKey:3`, `system:schedule`. */
export function asker(requestedBy: string): readonly [Message, Values] {
  const [kind, id = ''] = requestedBy.split(':')
  if (kind === 'account') return [systemWords.byAccount, { id }]
  if (kind === 'apiKey') return [systemWords.byKey, { id }]
  return [systemWords.bySystem, {}]
}
