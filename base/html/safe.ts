/**
 * HTML that is known to be safe, as a value of its own: only this folder can make one, so a plain
 * string never reaches a page unescaped.
 */
import { isWebAddress } from './link.ts'

export class SafeHtml {
  readonly markup: string

  constructor(markup: string) {
    this.markup = markup
  }

  toString(): string {
    return this.markup
  }
}

type Part = SafeHtml | string | number | undefined | null | false | readonly Part[]

/**
 * Template for markup we write ourselves: every value is escaped, SafeHtml passes, lists are joined
 * and nothing comes of undefined, null or false. Values are safe in text and in quoted attributes;
 * addresses additionally go through `address`.
 */
export function html(strings: TemplateStringsArray, ...values: readonly Part[]): SafeHtml {
  let markup = strings[0] ?? ''
  values.forEach((value, index) => {
    markup += toMarkup(value) + (strings[index + 1] ?? '')
  })
  return new SafeHtml(markup)
}

function toMarkup(value: Part): string {
  if (value === undefined || value === null || value === false) return ''
  if (value instanceof SafeHtml) return value.markup
  if (typeof value === 'string' || typeof value === 'number') return escapeHtml(String(value))
  return value.map(toMarkup).join('')
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
}

/** Escapes text for element content and for attributes in quotes. Characters HTML forbids are dropped. */
export function escapeHtml(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed
      .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFFFE\uFFFF]/g, '')
      .replace(/[&<>"'`]/g, (character) => entities[character] ?? '')
  )
}

/** An address for href or src in our own markup. Throws for anything but http, https and mailto. */
export function address(url: string): SafeHtml {
  if (!isWebAddress(url)) throw new Error('An address in a page must be http, https or mailto')
  return new SafeHtml(escapeHtml(url))
}
