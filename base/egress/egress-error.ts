/** Why a request to another machine gave no answer. `code` is for programs; see egress.messages.ts for people. */
import { type Locale, render } from '../i18n/messages.ts'
import { egressMessages } from './egress.messages.ts'

/**
 * refused: we will not connect there. unresolved: the name has no address. timeout: the whole exchange
 * took too long. tooLarge: the answer is bigger than asked for. failed: connection, TLS or protocol.
 */
export type EgressCode = keyof typeof egressMessages

export class EgressError extends Error {
  override name = 'EgressError'
  readonly code: EgressCode

  constructor(code: EgressCode, reason: string, cause?: unknown) {
    super(reason, { cause })
    this.code = code
  }

  /** A sentence for the person who entered the address. Says no more about our network than the code. */
  explain(locale: Locale): string {
    return render(egressMessages[this.code], locale)
  }
}
