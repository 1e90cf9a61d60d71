/**
 * Public pages: what the server writes into the HTML of the member site before any script runs, for
 * search engines, previews in chats and slow phones. A module contributes pages; the rest is the shell.
 */
import type { Ctx } from '../context.ts'
import type { Locale } from '../i18n/messages.ts'

export interface PageMeta {
  readonly title: string
  readonly description?: string
  /** Address of a picture for previews. */
  readonly image?: string
  /** HTML of the content, from the one renderer (`base/html`); shown until the scripts take over. */
  readonly content?: string
  /** Whether search engines may list it; default no. */
  readonly listed?: boolean
}

export interface Page {
  /** `/groups/{id}`. */
  readonly path: string
  /** What the page says of itself to this caller; undefined when there is nothing to see (404). */
  readonly meta: (ctx: Ctx, params: Readonly<Record<string, string>>) => Promise<PageMeta | undefined>
}

/** What every page says of the community. */
export interface Brand {
  readonly name: string
  readonly slogan: string
  readonly locale: Locale
}

export const escapeHtml = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')

export interface PageValues {
  readonly nonce: string
  readonly locale: Locale
  readonly siteName: string
  readonly meta: PageMeta
  /** Absolute address of the page, for `canonical` and previews; left out for pages nobody shares. */
  readonly canonical?: string
}

/**
 * Fills the placeholders of a built `index.html` (`__NONCE__`, `__LANG__`, `__TITLE__`,
 * `__DESCRIPTION__`, what stands between `<!--first-->` and `<!--/first-->`) and adds the rest of the head.
 */
export function fillPage(html: string, { nonce, locale, siteName, meta, canonical }: PageValues): string {
  const title = escapeHtml(meta.title === siteName ? siteName : `${meta.title} · ${siteName}`)
  const description = escapeHtml(meta.description ?? '')
  const head = [
    `<meta property="og:site_name" content="${escapeHtml(siteName)}" />`,
    `<meta property="og:locale" content="${locale.replace('-', '_')}" />`,
    ...(canonical
      ? [
          `<link rel="canonical" href="${escapeHtml(canonical)}" />`,
          `<meta property="og:url" content="${escapeHtml(canonical)}" />`,
        ]
      : []),
    ...(meta.image ? [`<meta property="og:image" content="${escapeHtml(meta.image)}" />`] : []),
    ...(meta.listed ? [] : ['<meta name="robots" content="noindex" />']),
  ].join('\n    ')
  const values: Record<string, string> = {
    __NONCE__: nonce,
    __LANG__: locale,
    __TITLE__: title,
    __DESCRIPTION__: description,
  }
  return (
    html
      // Functions, because a `$` in a value must stay a `$`.
      .replace(/__(?:NONCE|LANG|TITLE|DESCRIPTION)__/g, (name) => values[name]!)
      .replace(/<html lang="[^"]*"/, () => `<html lang="${locale}"`)
      .replace(/<!--first-->[\s\S]*?<!--\/first-->/, (first) => meta.content ?? first)
      .replace('</head>', () => `  ${head}\n  </head>`)
  )
}
