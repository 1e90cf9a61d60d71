/** A sentence that waits for its reader's language: a message with the values that go into it. */
import { type Locale, type Message, render, type Values } from '../i18n/messages.ts'

export interface Said {
  readonly message: Message
  readonly values?: Values
}

export const say = (message: Message, values?: Values): Said => (values ? { message, values } : { message })

export const hear = (said: Said, locale: Locale): string => render(said.message, locale, said.values)
