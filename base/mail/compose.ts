/** Turns a template and its values into the two forms of a mail: HTML and plain text, from the same blocks. */
import { type Locale, render } from '../i18n/messages.ts'
import { pictureId, renderMailHtml } from './layout.ts'
import { mailMessages } from './mail.messages.ts'
import type { MailBlock, MailBrand, MailScene, MailTemplate } from './template.ts'

export interface ComposedMail {
  readonly subject: string
  readonly html: string
  readonly text: string
  readonly unsubscribeUrl?: string
  /** Pictures inside the mail, by the name that the HTML calls them. */
  readonly pictures?: readonly InlinePicture[]
}

export interface InlinePicture {
  readonly cid: string
  /** PNG, as base64: what waits in the database is JSON. */
  readonly png: string
}

/** Pictures of one mail together, in bytes: many servers refuse mail of more than a few MB, and readers pay for it. */
const mostPictureBytes = 1_500_000

/**
 * Composes a mail. Throws when a template makes an empty subject, a link that is not on `baseUrl`'s site, or pictures
 * of more than 1.5 MB together.
 */
export function composeMail<V extends object>(
  template: MailTemplate<V>,
  values: V,
  {
    locale,
    brand,
    baseUrl,
    unsubscribeUrl,
  }: {
    readonly locale: Locale
    readonly brand: MailBrand
    readonly baseUrl: string
    readonly unsubscribeUrl?: string
  },
): ComposedMail {
  const scene: MailScene = {
    locale,
    brand,
    baseUrl,
    say: (message, more = {}) => render(message, locale, { brand: brand.name, ...more }),
  }
  const content = template.compose(values, scene)
  const subject = oneLine(content.subject)
  if (subject === '') throw new Error(`Mail ${template.name} has no subject`)
  for (const url of [...addressesOf(content.blocks), ...(unsubscribeUrl ? [unsubscribeUrl] : [])])
    if (new URL(url).origin !== new URL(baseUrl).origin)
      throw new Error(`Mail ${template.name} points away from ${baseUrl}`)
  const reason = scene.say(mailMessages.reason)
  const unsubscribe = unsubscribeUrl
    ? { label: scene.say(mailMessages.unsubscribe), url: unsubscribeUrl }
    : undefined
  return {
    subject,
    html: renderMailHtml({ ...content, subject }, scene, { reason, unsubscribe }),
    text: renderMailText(content.blocks, brand.name, reason, unsubscribe),
    unsubscribeUrl,
    ...inlineOf(template.name, content.blocks),
  }
}

function inlineOf(name: string, blocks: readonly MailBlock[]): Pick<ComposedMail, 'pictures'> {
  const found = blocks.flatMap((block, at) => (block.kind === 'picture' ? [{ at, png: block.png }] : []))
  if (found.length === 0) return {}
  const bytes = found.reduce((sum, { png }) => sum + png.length, 0)
  if (bytes > mostPictureBytes) throw new Error(`Mail ${name} has pictures of ${bytes} bytes`)
  return { pictures: found.map(({ at, png }) => ({ cid: pictureId(at), png: png.toString('base64') })) }
}

/** The HTML with its pictures inside, for showing it where there are no other parts of the mail. */
export const withPictures = ({ html, pictures }: Pick<ComposedMail, 'html' | 'pictures'>): string =>
  (pictures ?? []).reduce(
    (page, { cid, png }) => page.replace(`src="cid:${cid}"`, () => `src="data:image/png;base64,${png}"`),
    html,
  )

/** A header holds one line: line ends and other control characters become spaces. */
export const oneLine = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()

/** Every address that a mail asks people to open. */
export const addressesOf = (blocks: readonly MailBlock[]): string[] =>
  blocks.flatMap((block) => (block.kind === 'button' ? [block.url] : []))

function renderMailText(
  blocks: readonly MailBlock[],
  brand: string,
  reason: string,
  unsubscribe: { label: string; url: string } | undefined,
): string {
  const parts = blocks.map(blockText)
  const footer = [`${brand}`, reason, ...(unsubscribe ? [`${unsubscribe.label} ${unsubscribe.url}`] : [])]
  return `${parts.join('\n\n')}\n\n-- \n${footer.join('\n')}\n`
}

function blockText(block: MailBlock): string {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
    case 'note':
    case 'code':
      return block.text
    case 'button':
      return `${block.label}\n${block.url}`
    case 'list':
      return block.items.map((item) => `- ${item}`).join('\n')
    case 'details':
      return block.rows.map(([label, value]) => `${label}  ${value}`).join('\n')
    case 'picture':
      return block.alt
    case 'table':
      return [block.head, ...block.rows].map((row) => row.join('  ')).join('\n')
  }
}
