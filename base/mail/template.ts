/**
 * Mail templates: a module declares its mails beside the feature that sends them. A template says what
 * the mail means in blocks; this folder turns the blocks into HTML and plain text, so that no module
 * writes mail markup and both forms always say the same.
 */
import type { Locale, Message, Values } from '../i18n/messages.ts'

/** Who the mail comes from, as the community presents itself. */
export interface MailBrand {
  readonly name: string
  /** Absolute address of the logo. */
  readonly logoUrl?: string
  /** `#rrggbb`; the pine of the product when missing. */
  readonly colour?: string
}

/** What a template may use besides its values. */
export interface MailScene {
  readonly locale: Locale
  readonly brand: MailBrand
  /** Public base address without a trailing slash; links in mail start with it. */
  readonly baseUrl: string
  /** Renders a message in the language of the mail; `{brand}` is always known. */
  readonly say: (message: Message, values?: Values) => string
}

export type MailBlock =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  /** The one thing to do. The address is repeated below it, for readers without HTML. */
  | { readonly kind: 'button'; readonly label: string; readonly url: string }
  /** A code to type. */
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  /** Names and values, for example where a sign-in came from. */
  | { readonly kind: 'details'; readonly rows: readonly (readonly [label: string, value: string])[] }
  | MailPicture
  | MailTable
  /** Small print. */
  | { readonly kind: 'note'; readonly text: string }

/**
 * A picture that travels inside the mail. It holds no text, so that it needs no fonts and can be read in the dark: what
 * it means stands above it as a heading or a paragraph, and in `alt` for who sees no pictures.
 */
export interface MailPicture {
  readonly kind: 'picture'
  readonly png: Buffer
  /** As shown, in CSS pixels: the file may have more. At most 496 wide. */
  readonly width: number
  readonly height: number
  readonly alt: string
}

/** A small table; the first column is text, the others figures at the right. */
export interface MailTable {
  readonly kind: 'table'
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

export interface MailContent {
  readonly subject: string
  /** What a mail program shows beside the subject. */
  readonly preview: string
  readonly blocks: readonly MailBlock[]
}

export interface MailTemplate<V extends object = object> {
  /** Module and purpose: `identity.verify_email`. */
  readonly name: string
  readonly compose: (values: V, scene: MailScene) => MailContent
}

export function defineMail<V extends object>(template: MailTemplate<V>): MailTemplate<V> {
  if (!/^[a-z]+\.[a-z][a-z_]*$/.test(template.name))
    throw new Error(`Mail template name "${template.name}" must read module.what_it_says`)
  return template
}

export const heading = (text: string): MailBlock => ({ kind: 'heading', text })
export const paragraph = (text: string): MailBlock => ({ kind: 'paragraph', text })
export const button = (label: string, url: string): MailBlock => ({ kind: 'button', label, url })
export const code = (text: string): MailBlock => ({ kind: 'code', text })
export const list = (items: readonly string[]): MailBlock => ({ kind: 'list', items })
export const details = (rows: readonly (readonly [label: string, value: string])[]): MailBlock => ({
  kind: 'details',
  rows,
})
export const note = (text: string): MailBlock => ({ kind: 'note', text })
export const picture = (of: Omit<MailPicture, 'kind'>): MailPicture => ({ kind: 'picture', ...of })
export const table = (head: readonly string[], rows: MailTable['rows']): MailTable => ({
  kind: 'table',
  head,
  rows,
})
